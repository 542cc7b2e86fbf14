# expected: timeout
while True:
    pass
