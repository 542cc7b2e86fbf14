"""While the site is served: bring results up to date each time something is saved.

A process of its own, since MkDocs loads hooks by themselves. It reads a line for
each time it is asked and answers with a line of JSON, an `Answer`. The line names the
pairs to look at, with spaces between, and leaves the pages about all pairs as they
are; an empty one asks for everything. Between two it keeps the parents of the
runtimes, so that a saved snippet costs a fork.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TextIO

import msgspec
from msgspec import Struct

from scripts.build.build import build
from scripts.build.options import Options
from scripts.build.redraw import draw_what_is_committed, redraw
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime, read_runtimes
from scripts.execution.worker_pool import WorkerPool


class Told(Struct, frozen=True):
    """A problem as pages show it: where, and all of it in words."""

    where: str
    text: str


class Answer(Struct, frozen=True):
    """What was run and what is wrong, after one look at everything."""

    made: int
    problems: list[Told]


class Parents:
    """The parents of all runtimes, started once and kept from run to run."""

    def __init__(self) -> None:
        self.pool: WorkerPool | None = None

    def __call__(
        self,
        project: Project,
        wanted: dict[str, Runtime],
        *,
        preload: bool = True,
        many: bool = True,
    ) -> AbstractContextManager[WorkerPool]:
        """The kept parents; new ones where one is missing, or none may be shared.

        They import what many runs need, since many are to come.
        """
        if not preload:
            return WorkerPool(project, wanted, preload=False)
        if self.pool is None or not self._live(wanted):
            self.close()
            self.pool = WorkerPool(project, read_runtimes(project))
        return nullcontext(self.pool)

    def start(self, project: Project) -> None:
        """Have the parents import while nothing is asked of them."""
        self(project, read_runtimes(project))

    def _live(self, wanted: dict[str, Runtime]) -> bool:
        return self.pool is not None and wanted.keys() <= self.pool.connections.keys()

    def close(self) -> None:
        """End what was started."""
        if self.pool is not None:
            self.pool.__exit__()
            self.pool = None


def serve_answers(project: Project, asked: TextIO, told: TextIO, *, runs: bool) -> None:
    """Answer every line of `asked` until it ends; with `runs`, run what is new.

    New is what has no record of its own in Git: whoever has just cloned sees pages
    without waiting for more than a thousand runs that others made.
    """
    parents = Parents()
    try:
        if runs:
            draw_what_is_committed(project)
        for line in asked:
            answer = look(project, parents, runs, line.split())
            told.write(msgspec.json.encode(answer).decode() + "\n")
            told.flush()
            if runs and parents.pool is None:
                parents.start(project)
    finally:
        parents.close()


def look(project: Project, parents: Parents, runs: bool, wanted: list[str]) -> Answer:
    """Bring what is wanted up to date; problems are answers here, not errors."""
    try:
        if not runs:
            redraw(project)
            return Answer(0, [])
        options = Options(
            wanted,
            committed=True,
            confirm=False,
            overviews=not wanted,
            open_pool=parents,
        )
        return Answer(build(project, options).made, [])
    except Problem as problem:
        return Answer(0, [Told(problem.where, str(problem))])
    except Problems as several:
        return Answer(0, [Told(p.where, str(p)) for p in several.found])
