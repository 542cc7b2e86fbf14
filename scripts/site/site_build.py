"""The site in a folder: built, unless it is what a build would give."""

from __future__ import annotations

import os
import re
import sys
import sysconfig
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from scripts.core.program import hash_parts
from scripts.core.project import HERE, Project
from scripts.core.up_to_date import State, Target, contents, files_below

ASKED = re.compile(r"!ENV \[?([A-Z_]+)")
DAY = "SOURCE_DATE_EPOCH"


def build_unless_up_to_date(
    project: Project, folder: Path, build: Callable[[Project, Path], None]
) -> bool:
    """Have `build` put the site in `folder`, where it is stale; whether it had to.

    What is saved while it is built is not in the site: what it follows from is read
    before.
    """
    before = inputs(project)
    if State(project, "site").is_up_to_date(_target(folder, before)):
        return False
    build(project, folder)
    state = State(project, "site")
    state.note(_target(folder, before))
    state.save()
    return True


def _target(folder: Path, given: str) -> Target:
    return Target(str(folder), given, files_below(folder))


def inputs(project: Project) -> str:
    """A digest over all that a build of the site reads or checks."""
    root, configuration = project.root, project.root / "mkdocs.yml"
    folders = [root / "docs", root / "overrides", project.fragments, project.plain]
    folders.append(project.results)
    files = [configuration, *sorted((HERE / "scripts").rglob("*.py"))]
    files += [path for folder in folders for path in files_below(folder)]
    environment = "\n".join(_environment(configuration))
    return hash_parts([contents(root, files), environment.encode()])


def _environment(configuration: Path) -> Iterator[str]:
    """Versions, the variables that the configuration asks for, and the day."""
    yield sys.version
    packages = Path(sysconfig.get_path("purelib"))
    yield from sorted(path.name for path in packages.glob("*.dist-info"))
    text = configuration.read_text(encoding="utf-8")
    yield from (f"{name}={os.environ.get(name)}" for name in ASKED.findall(text))
    yield os.environ.get(DAY) or datetime.now(UTC).date().isoformat()
