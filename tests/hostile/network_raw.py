# expected: ok
import socket


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


denied(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW))
