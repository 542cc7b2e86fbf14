# expected: ok
def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


import sys

for name in (
    CANARY + "/written",
    "/usr/written",
    "/written",
    "/dev/written",
    "/etc/written",
    "/sys/written",
    sys.prefix + "/written",
    __file__,
    sys.executable,
):
    denied(lambda: open(name, "a"))
