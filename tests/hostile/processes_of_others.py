# expected: ok
import os

seen = [int(n) for n in os.listdir("/proc") if n.isdigit()]
assert sorted(seen) == [1, os.getpid()], seen
