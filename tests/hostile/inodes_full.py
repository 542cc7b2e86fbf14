# expected: error
for number in range(10**6):
    open(str(number), "w").close()
