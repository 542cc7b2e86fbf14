# expected: ok
import os

try:
    os.kill(-1, 9)
except ProcessLookupError:
    print("there is nobody")
