# expected: ok
import sys


class Deaf:
    def write(self, text):
        return 0

    def flush(self):
        pass


sys.stdout = sys.stderr = Deaf()
print("nobody hears")
