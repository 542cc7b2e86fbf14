"""How far the runs are: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

from scripts.build.options import Observer
from scripts.execution.messages import Outcome
from scripts.results.runs import Run

if TYPE_CHECKING:
    from rich.progress import Progress as Bar


class Progress(Observer):
    """An observer of a build that shows what it hears; a context manager."""

    def __init__(self) -> None:
        self.bar: Bar | None = None
        self.total = self.done = 0
        self.began = time.monotonic()

    def start(self, runs: list[Run]) -> None:
        """`runs` are about to be made; what was made before is another matter."""
        if self.bar:
            self.bar.stop()
            self.bar = None
        self.total, self.done = len(runs), 0
        if runs and sys.stderr.isatty():
            self._show_bar()

    def start_check(self, runs: list[Run]) -> None:
        """`runs` gave new records and are about to be made once more."""
        self.start(runs)
        if runs:
            self.check_early(runs)

    def check_early(self, runs: list[Run]) -> None:
        """`runs` are made once more, too; what is made then is not counted."""
        self._say(f"{len(runs)} new records are made again, to see that they repeat")

    def _show_bar(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        self.bar = Progress(
            TextColumn("running"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}"),
            console=Console(stderr=True),
        )
        self.bar.add_task("importing the frameworks", total=self.total)
        self.bar.start()

    def advance(self, run: Run, outcome: Outcome) -> None:
        """`run` has ended."""
        self.done += 1
        if self.bar:
            self.bar.update(self.bar.task_ids[0], advance=1, description=run.name)
        else:
            elapsed = time.monotonic() - self.began
            count = f"[{self.done}/{self.total}]"
            line = f"{count} {elapsed:5.1f} s  {run.name}: {outcome.status}"
            print(line, file=sys.stderr, flush=True)

    def retry(self, run: Run) -> None:
        """`run` hung in a fork and will be made in a fresh process."""
        self._say(f"{run.name} hangs; it is tried once more in a fresh process")

    def _say(self, text: str) -> None:
        if self.bar:
            self.bar.console.print(text)
        else:
            print(text, file=sys.stderr, flush=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.bar:
            self.bar.stop()
