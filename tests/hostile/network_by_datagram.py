# expected: ok
import socket


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
denied(lambda: s.sendto(b"x", ("192.0.2.1", 53)))
