# expected: ok
import os

assert os.listdir("/dev/shm") == [], "another run is here"
open("/dev/shm/mine", "w").write("x")
assert os.listdir("/space") != [] and not [
    n for n in os.listdir("/space") if n.startswith("mine")
]
open("/space/mine", "w").write("x")
