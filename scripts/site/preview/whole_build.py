"""A whole build beside the server: `python -m scripts.site.preview.whole_build`.

Takes the root of the checkout, the folder to build in, and by how much others go
first on a busy machine. A warning is told, and the site is built all the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

DRAWN = {"DRAWN": "1", "NO_MKDOCS_2_WARNING": "1"}


def main(root: str, folder: str, priority: str) -> int:
    """Build from what is drawn; how the builder ended."""
    os.nice(int(priority))
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "--site-dir"]
    environment = os.environ | DRAWN
    done = subprocess.run(
        [*command, folder], cwd=Path(root), env=environment, check=False
    )
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
