"""The site in a folder: built, unless it is what a build would give."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from scripts.core.program import hash_parts
from scripts.core.project import HERE, Project
from scripts.core.up_to_date import (
    QuickLook,
    State,
    Target,
    contents,
    files_below,
    statuses,
)

ASKED = re.compile(r"!ENV \[?([A-Z_]+)")
DAY = "SOURCE_DATE_EPOCH"


def build_unless_up_to_date(
    project: Project, folder: Path, build: Callable[[Project, Path], None]
) -> bool:
    """Have `build` put the site in `folder`, where it is stale; whether it had to.

    What is saved while it is built is not in the site: what it follows from is read
    before.
    """
    look = _quick_look(project, folder)
    if look.noted() is not None:
        return False
    before = _inputs(project)
    stale = not State(project, "site").is_up_to_date(_target(folder, before))
    if stale:
        build(project, folder)
        state = State(project, "site")
        state.note(_target(folder, before))
        state.save()
    look.note()
    return stale


def _quick_look(project: Project, folder: Path) -> QuickLook:
    name = f"site-{hash_parts([str(folder).encode()])}"
    sources, made = partial(_sources, project), partial(statuses, [], [folder])
    return QuickLook(project, name, sources, made)


def _target(folder: Path, given: str) -> Target:
    return Target(str(folder), given, files_below(folder))


def _read(project: Project) -> tuple[list[Path], list[Path]]:
    """The files, and folders of files, that a build of the site reads or checks."""
    root = project.root
    folders = [root / "docs", root / "overrides", HERE / "scripts"]
    made = [project.fragments, project.plain, project.results]
    return [root / "mkdocs.yml"], [*folders, *made]


def _sources(project: Project) -> str:
    return statuses(*_read(project)) + _environment(project)


def _inputs(project: Project) -> str:
    """A digest over the contents of all that a build of the site reads."""
    files, folders = _read(project)
    files += [path for folder in folders for path in files_below(folder)]
    seen = [path for path in files if path.suffix != ".pyc"]
    return hash_parts([contents(project.root, seen), _environment(project).encode()])


def _environment(project: Project) -> str:
    """Versions, the variables that the configuration asks for, and the day."""
    packages = Path(sysconfig.get_path("purelib"))
    lines = [sys.version, *sorted(path.name for path in packages.glob("*.dist-info"))]
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    lines += [f"{name}={os.environ.get(name)}" for name in ASKED.findall(text)]
    lines.append(os.environ.get(DAY) or datetime.now(UTC).date().isoformat())
    return "\n".join(lines)
