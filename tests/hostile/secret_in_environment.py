# expected: ok
import os

assert "SE" + "CRET" not in str(dict(os.environ)), "leaks"
