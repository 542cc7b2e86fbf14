# expected: ok
import os


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


denied(lambda: open("/proc/1/root" + CANARY))
denied(lambda: open("/proc/self/cwd/../.." + CANARY))
