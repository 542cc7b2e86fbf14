"""A whole build beside the server: `python -m scripts.site.preview.whole_build`.

Takes the root of the checkout, the folder to build in, and by how much others go
first on a busy machine. A warning is told, and the site is built all the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.site.finish.steps import finish

FINISHED_HERE = {"PUBLISHING": "1", "NO_MKDOCS_2_WARNING": "1"}


def main(root: str, folder: str, priority: str) -> int:
    """Build from what is drawn, and finish; 0 where there is a site then."""
    os.nice(int(priority))
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "--site-dir"]
    environment = os.environ | FINISHED_HERE
    done = subprocess.run([*command, folder], cwd=root, env=environment, check=False)
    if done.returncode:
        return done.returncode
    try:
        finish(Project(Path(root)), Path(folder))
    except (Problem, Problems) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
