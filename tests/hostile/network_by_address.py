# expected: ok
import socket


def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


denied(lambda: socket.create_connection(("127.0.0.1", PORT), 1))
denied(lambda: socket.create_connection(("192.0.2.1", 80), 1))
