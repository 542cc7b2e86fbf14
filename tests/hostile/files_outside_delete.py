# expected: ok
import os


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


denied(lambda: os.unlink(__file__))
denied(lambda: os.unlink(CANARY + "/secret"))
denied(lambda: os.rename(__file__, "taken"))
