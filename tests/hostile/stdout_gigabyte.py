# expected: output-limit
import sys

for _ in range(1024):
    sys.stdout.write("x" * 2**20)
