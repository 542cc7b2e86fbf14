"""`python -m scripts`: see `cli.py` for the commands."""

import sys

from scripts.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
