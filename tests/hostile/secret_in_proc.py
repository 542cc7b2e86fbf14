# expected: ok
import pathlib

for path in pathlib.Path("/proc").glob("*/environ"):
    try:
        assert b"SE" + b"CRET" not in path.read_bytes(), path
    except OSError as error:
        print("denied:", type(error).__name__)
