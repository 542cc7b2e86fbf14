# expected: process-limit
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
