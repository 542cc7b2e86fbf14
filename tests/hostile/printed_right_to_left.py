# expected: ok
print("abc\u202egnp.exe\u2066")
