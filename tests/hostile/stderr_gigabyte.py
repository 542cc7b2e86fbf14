# expected: output-limit
import os

for _ in range(1024):
    os.write(2, b"x" * 2**20)
