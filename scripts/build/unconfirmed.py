"""Records that were written while serving, and not yet made a second time.

Serving has to be quick, so it only notes what it owes; the next build pays.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scripts.core.project import Project, write_atomically
from scripts.results.runs import Run


def owed(project: Project) -> frozenset[str]:
    """The keys of records that still have to be made a second time."""
    found = _folder(project).glob("*")
    return frozenset(path.name for path in found if path.is_file())


def owe(project: Project, runs: Iterable[Run]) -> None:
    """Note that the records of these runs are about to be written, made only once."""
    for run in runs:
        write_atomically(_folder(project) / run.key, b"")


def settle_debts(project: Project, keys: Iterable[str]) -> None:
    """Note that nothing is owed any more for the records with these keys."""
    for key in keys:
        (_folder(project) / key).unlink(missing_ok=True)


def _folder(project: Project) -> Path:
    return project.cache / "once"
