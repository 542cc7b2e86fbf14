# expected: error
with open("huge", "wb") as file:
    for _ in range(999):
        file.write(b"x" * 2**20)
