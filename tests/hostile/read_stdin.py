# expected: error
input("your password: ")
