# expected: error
print(10**5000)
