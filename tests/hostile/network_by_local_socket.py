# expected: ok
import socket


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


s = socket.socket(socket.AF_UNIX)
denied(lambda: s.connect(CANARY + "/socket"))
denied(lambda: s.connect(f"\0canary-{PORT}"))
