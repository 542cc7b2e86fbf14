"""Whether any file at all has been touched since everything was up to date.

Looks at the status of files and reads none, so that "nothing to do" stays quick
with thousands of pairs. The time of the last change of status cannot be set by
hand; where it is newer, contents decide.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from scripts.build.options import Report
from scripts.core.problems import Problem
from scripts.core.project import HERE, Project, read_bytes, write_if_changed


def note_untouched(project: Project, report: Report, sources: str) -> None:
    """Remember that all files, as they are now, are up to date.

    `sources` is what `sources_status` gave before anything was read: what was
    saved while the build ran is not up to date.
    """
    if sources == sources_status(project):
        known = [_status_of_all(project), report.pairs, report.runs, report.absent]
        with contextlib.suppress(Problem):  # on a disk that takes nothing more
            write_if_changed(_path(project), json.dumps(known).encode())


def if_untouched(project: Project) -> Report | None:
    """What there is, where nothing was touched since that was noted."""
    try:
        seen, pairs, runs, absent = json.loads(read_bytes(_path(project)) or b"[]")
    except (ValueError, TypeError):
        return None
    if seen != _status_of_all(project):
        return None
    return Report(pairs, runs, absent=absent)


def sources_status(project: Project) -> str:
    """A digest over the status of every file that people write."""
    folders = [
        project.snippets,
        project.root / "docs",
        project.root / "requirements",
        HERE / "scripts",
        HERE / "requirements",
    ]
    made = {str(project.downloads), str(project.data)}
    made |= {str(path) for path in _drawn(project)}
    alone = [project.changelog]
    return _digest(alone, folders, made)


def _status_of_all(project: Project) -> str:
    """The same over what a build writes too, and the installed packages."""
    alone = [
        project.root / "build" / "settled.json",
        project.cache / "runs",
        Path(sysconfig.get_path("purelib")),
        *_drawn(project),
    ]
    made = [project.results, project.fragments, project.plain]
    made += [project.downloads, project.data]
    return sources_status(project) + _digest(alone, made, set())


def _drawn(project: Project) -> list[Path]:
    """The notebooks of case studies: generated, beside files that people write."""
    return sorted(project.notebooks.glob("*.ipynb"))


def _path(project: Project) -> Path:
    return project.cache / "untouched.json"


def _digest(files: list[Path], folders: list[Path], leave_out: set[str]) -> str:
    total = hashlib.blake2b(digest_size=16)
    for path in map(str, files):
        total.update(f"{path} {_status(path)}\n".encode())
    for folder in map(str, folders):
        for line in sorted(_statuses(folder, leave_out)):
            total.update(line.encode())
    return total.hexdigest()


def _statuses(folder: str, leave_out: set[str]) -> Iterator[str]:
    if folder in leave_out or not Path(folder).is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _statuses(entry.path, leave_out)
        elif entry.path not in leave_out:
            yield f"{entry.path} {_status(entry.path)}\n"


def _status(path: str) -> str:
    """Without a `Path`: there may be a hundred thousand files."""
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError:
        return "missing"
    return f"{seen.st_ino} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}"
