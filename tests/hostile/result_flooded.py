# expected: output-limit
import os

for number in range(3, 64):
    try:
        for _ in range(40):
            os.write(number, b"[" * 2**20)
    except OSError:
        pass
os._exit(0)
