# expected: timeout
import time

time.sleep(600)
