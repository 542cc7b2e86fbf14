# expected: timeout
x = 7 ** (7**10)
