# expected: ok
import os

seen = sorted(int(name) for name in os.listdir("/proc") if name.isdigit())
assert seen == [1, os.getpid()], seen
