# expected: error
def f():
    return f()


f()
