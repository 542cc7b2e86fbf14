# expected: error
import os

for number in range(99):
    with open(f"{number}", "wb") as file:
        for _ in range(100):
            file.write(b"x" * 2**20)
