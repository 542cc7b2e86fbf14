"""Other versions of packages, in a folder that is looked into before `.venv` is.

Nothing that is installed is touched: pip unpacks wheels below `.cache/versions/`,
and the parents of the runtimes import from there first.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.metadata import distributions
from pathlib import Path

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project

SPECIFIED = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(==[A-Za-z0-9.!+]+)?")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")
INSTALL = (*PIP, "install", "--quiet", "--only-binary", ":all:")


@dataclass(frozen=True)
class Overlay:
    """A folder of packages and their versions by name; nothing, unless given."""

    folder: Path | None = None
    versions: dict[str, str] = field(default_factory=dict)


def lay_over(
    project: Project, wanted: list[str], dependencies: bool = False
) -> Overlay:
    """An overlay with the packages `wanted`, such as `keras==3.10.0` or `keras`.

    Without a version it is the newest. What they depend on is that of `.venv`,
    unless `dependencies` are to be brought as well. Raises `Problem` where one
    cannot be installed, and `Problems` where it then lacks what it requires.
    """
    for name in wanted:
        _check(name)
    top = project.cache / "versions"
    top.mkdir(parents=True, exist_ok=True)
    kept = top / "+".join(sorted(wanted))
    if not kept.exists() or not all("==" in name for name in wanted):
        _install(top, kept, wanted, dependencies)
    found = {_plain(d.name): d.version for d in distributions(path=[str(kept)])}
    if unmet := _unmet(kept, found):
        remedy = "name that package too, with a version that does"
        raise Problems([Problem(" ".join(wanted), what, remedy) for what in unmet])
    return Overlay(kept, {n: v.partition("+")[0] for n, v in found.items()})


def _check(name: str) -> None:
    if not SPECIFIED.fullmatch(name):
        what = "is not a package with or without its exact version"
        raise Problem(name, what, "write: keras==3.10.0, or keras for the newest")


def _install(top: Path, kept: Path, wanted: list[str], dependencies: bool) -> None:
    """Unpack into a folder beside `kept`, which takes its place when it is whole."""
    with tempfile.TemporaryDirectory(dir=top, prefix=".installing-") as folder:
        target = Path(folder) / "packages"
        alone = [] if dependencies else ["--no-deps"]
        command = [*INSTALL, *alone, "--target", str(target), *wanted]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            what = f"cannot be installed: {_reason(done.stderr)}"
            remedy = "see which versions there are: pip index versions <package>"
            raise Problem(" ".join(wanted), what, remedy)
        shutil.rmtree(kept, ignore_errors=True)
        target.rename(kept)


def _reason(said: str) -> str:
    """The last error that pip names, in one line."""
    errors = [line for line in said.splitlines() if line.startswith("ERROR: ")]
    return errors[-1].removeprefix("ERROR: ") if errors else "pip does not say why"


def _unmet(folder: Path, overlaid: dict[str, str]) -> list[str]:
    """What packages of the overlay require and do not find, as pip says it."""
    done = subprocess.run(
        [*PIP, "check"],
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    return [line.rstrip(".") for line in lines if _plain(line.split()[0]) in overlaid]


def _plain(name: str) -> str:
    """The name of a package as the index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
