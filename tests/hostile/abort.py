# expected: signal
import os

os.abort()
