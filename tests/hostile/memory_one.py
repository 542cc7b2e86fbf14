# expected: memory-limit
x = bytearray(2 * 10**9)
