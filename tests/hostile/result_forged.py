# expected: exit
import os

told = b'{"outputs":[],"values":{},"raised":null,"status":"ok"}'
for number in range(3, 64):
    try:
        os.pwrite(number, b"\xff{" + told, 0)
        os.write(number, told)
    except OSError:
        pass
os._exit(0)
