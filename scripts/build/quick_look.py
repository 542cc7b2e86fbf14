"""Whether any file at all was touched since everything was up to date.

Only statuses count, so that "nothing to do" stays quick with thousands of pairs.
"""

from __future__ import annotations

import sysconfig
from contextlib import suppress
from pathlib import Path

import msgspec

from scripts.build.options import Report
from scripts.core.problems import Problem
from scripts.core.project import HERE, Project
from scripts.core.up_to_date import state_store, statuses

KEY = "quick-look"


class QuickLook:
    """Made before anything is read: what is saved while a build runs is stale."""

    def __init__(self, project: Project) -> None:
        self.project, self.store = project, state_store(project)
        self.sources = _sources(project)

    def report(self) -> Report | None:
        """What there is, where nothing was touched since it was noted."""
        with suppress(msgspec.DecodeError):  # of another version of this program
            found = self.store.get(KEY) or b""
            seen, report = msgspec.json.decode(found, type=tuple[str, Report])
            return report if seen == self._all() else None
        return None

    def note(self, report: Report) -> None:
        """Remember that all files, as they are now, are up to date."""
        if self.sources != _sources(self.project):
            return
        known = (self._all(), Report(report.pairs, report.runs, absent=report.absent))
        with suppress(Problem):  # on a disk that takes nothing more
            self.store.put(KEY, msgspec.json.encode(known))

    def _all(self) -> str:
        """Of the sources, of what a build writes, and of what is installed."""
        project = self.project
        files = [
            self.store.folder / "build",
            project.cache / "runs",
            Path(sysconfig.get_path("purelib")),
            *_notebooks(project),
        ]
        made = [project.results, project.fragments, project.plain]
        made += [project.downloads, project.data]
        return self.sources + statuses(files, made)


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


def _notebooks(project: Project) -> list[Path]:
    """Case studies as notebooks: generated, among files that people write."""
    return sorted(project.notebooks.glob("*.ipynb"))
