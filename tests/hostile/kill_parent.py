# expected: ok
import os

assert os.getppid() == 0, "the parent is in reach"
for number in range(3, 40):
    try:
        os.kill(number, 9)
    except ProcessLookupError:
        pass
os.kill(1, 9)
