# expected: ok
import os


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


os.symlink(CANARY, "out")
denied(lambda: open("out/written", "w"))
os.symlink(__file__, "self")
denied(lambda: open("self", "a"))
