# expected: ok
def denied(act):
    try:
        act()
    except OSError as error:
        print("denied:", type(error).__name__)
    else:
        raise AssertionError("nobody stopped it")


denied(lambda: open(CANARY + "/secret").read())
