"""The site as it is published, for the tests that look at it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from scripts.core.project import HERE

BIN = Path(sys.executable).parent
ADDRESS = "https://example.org/"


def published(shared: Path, name: str = "site", **environment: str) -> Path:
    """The site, built strictly, by whichever process comes first."""
    folder, done = shared / name, shared / f"{name}.built"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            build(folder, environment)
            done.touch()
    return folder


def build(folder: Path, environment: dict[str, str]) -> None:
    """Build from what `make run` has generated, as where no framework is installed.

    Any warning fails.
    """
    done = subprocess.run(
        [BIN / "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=HERE,
        env=os.environ
        | {"SITE_URL": ADDRESS, "REPO_URL": "", "NO_MKDOCS_2_WARNING": "1"}
        | {"PYTHONPATH": str(HERE / "tests" / "bare")}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"mend it, then: make site\n{done.stderr}"
