# expected: ok
import os

os.write(1, b"\xff\xfe\x00 no text\n")
