# expected: memory-limit
import os
import time

for _ in range(3):
    if os.fork() == 0:
        x = bytearray(os.urandom(1)) * (200 * 2**20)
        time.sleep(600)
time.sleep(600)
