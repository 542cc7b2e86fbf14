# expected: exit
import os

print("half")
os._exit(0)
