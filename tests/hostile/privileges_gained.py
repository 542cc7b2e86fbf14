# expected: ok
import os
import pathlib

told = pathlib.Path("/proc/self/status").read_text()
for name in ("CapInh", "CapPrm", "CapEff", "CapAmb"):
    assert f"{name}:\t0000000000000000" in told, told
assert "NoNewPrivs:\t1" in told
assert os.getuid() == os.geteuid() == 65534
try:
    os.setuid(0)
except OSError as error:
    print("denied:", type(error).__name__)
else:
    raise AssertionError("root again")
