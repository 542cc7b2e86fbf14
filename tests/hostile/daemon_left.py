# expected: ok
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for name in (0, 1, 2):
            os.close(name)
        time.sleep(4177)
    os._exit(0)
os.wait()
