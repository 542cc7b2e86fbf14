# expected: process-limit
import os
import time

for _ in range(9):
    os.fork() or time.sleep(600)
time.sleep(600)
