# expected: exit
import os

os.close(1)
