"""The process that runs, certifies and draws what is saved: a line in, a line out.

`python -m scripts.site.preview.worker ROOT` reads a line for each time it is asked and
answers with a line of JSON, an `Answer`. The line names the pairs to look at, with
spaces between, and leaves the pages about all pairs as they are; an empty one asks
for everything. It ends with its input, or at SIGTERM whatever it does.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import traceback
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

import msgspec
from msgspec import Struct

from scripts.build.build import build
from scripts.build.options import Options
from scripts.build.redraw import draw_what_is_committed
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime, read_runtimes
from scripts.execution.worker_pool import WorkerPool

PROGRAM = "scripts"  # what a problem is about that no file explains


class Reported(Struct, frozen=True):
    """A problem as pages show it: where, and all of it in words."""

    where: str
    text: str


class Answer(Struct, frozen=True):
    """How many runs were made, and what is wrong."""

    made: int
    problems: list[Reported]


class Parents:
    """Started once and called as a worker pool is, so that a run costs a fork."""

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
        if self.pool is None or not wanted.keys() <= self.pool.connections.keys():
            self.close()
            self.pool = WorkerPool(project, read_runtimes(project))
        return nullcontext(self.pool)

    def start(self, project: Project) -> None:
        """Have the parents import while nothing is asked of them."""
        self(project, read_runtimes(project))

    def close(self) -> None:
        """End what was started."""
        if self.pool is not None:
            self.pool.__exit__()
            self.pool = None


def serve_answers(project: Project, asked: TextIO, answers: TextIO) -> None:
    """Answer every line of `asked` until it ends; run what is new each time.

    New is what has no record of its own in Git: whoever has just cloned sees pages
    without waiting for more than a thousand runs that others made.
    """
    parents = Parents()
    try:
        draw_what_is_committed(project)
        for line in asked:
            answer = bring_up_to_date(project, parents, line.split())
            answers.write(msgspec.json.encode(answer).decode() + "\n")
            answers.flush()
            if parents.pool is None:
                parents.start(project)
    finally:
        parents.close()


def bring_up_to_date(project: Project, parents: Parents, pairs: list[str]) -> Answer:
    """Run, certify and draw; problems are answers here, not errors."""
    options = Options(
        pairs, committed=True, confirm=False, overviews=not pairs, open_pool=parents
    )
    try:
        return Answer(build(project, options).made, [])
    except Problem as problem:
        return Answer(0, [Reported(problem.where, str(problem))])
    except Problems as several:
        return Answer(0, [Reported(p.where, str(p)) for p in several.found])
    except Exception as error:  # which should not be, and ends no preview
        traceback.print_exc()
        text = f"{PROGRAM}: {type(error).__name__}: {error}"
        return Answer(0, [Reported(PROGRAM, text)])


def main(root: str) -> None:
    """Answer on standard output, where nothing else may then be printed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server says when to end
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    sys.stdout = sys.stderr
    with contextlib.suppress(KeyboardInterrupt):
        serve_answers(Project(Path(root)), sys.stdin, answers)


if __name__ == "__main__":
    main(sys.argv[1])
