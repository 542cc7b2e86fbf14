# expected: error
import os

os.close(1)
