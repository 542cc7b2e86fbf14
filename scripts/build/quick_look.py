"""Whether any file at all was touched since everything was up to date.

Only statuses count, so that "nothing to do" stays quick with thousands of pairs.
"""

from __future__ import annotations

import sysconfig
from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec

from scripts.build.options import Report
from scripts.core.project import HERE, Project
from scripts.core.up_to_date import QuickLook, state_store, statuses


def quick_look(project: Project) -> QuickLook:
    """A look at all files of a checkout; to be made before any is read."""
    sources, made = partial(_sources, project), partial(_made, project)
    return QuickLook(project, "quick-look", sources, made)


def noted_report(look: QuickLook) -> Report | None:
    """What there is, where nothing was touched since it was noted."""
    with suppress(msgspec.DecodeError):  # none, or of another version of this program
        return msgspec.json.decode(look.noted() or b"", type=Report)
    return None


def note_report(look: QuickLook, report: Report) -> None:
    """Remember what there is, and that all of it is up to date."""
    known = Report(report.pairs, report.runs, absent=report.absent)
    look.note(msgspec.json.encode(known))


def _sources(project: Project) -> str:
    """Of every file that people write."""
    folders = [
        project.snippets,
        project.root / "docs",
        project.root / "requirements",
        HERE / "scripts",
        HERE / "requirements",
    ]
    made = [project.downloads, project.data, *_notebooks(project)]
    return statuses([project.changelog], folders, made)


def _made(project: Project) -> str:
    """Of what a build writes, and of what is installed."""
    files = [
        state_store(project).folder / "build",
        project.cache / "runs",
        Path(sysconfig.get_path("purelib")),
        *_notebooks(project),
    ]
    made = [project.results, project.fragments, project.plain]
    return statuses(files, [*made, project.downloads, project.data])


def _notebooks(project: Project) -> list[Path]:
    """Case studies as notebooks: generated, among files that people write."""
    return sorted(project.notebooks.glob("*.ipynb"))
