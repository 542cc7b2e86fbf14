"""What a build is asked for, who hears how far it is, and what it reports."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scripts.corpus.shard import WHOLE, Shard

if TYPE_CHECKING:  # importing the runner takes longer than finding nothing to do
    from scripts.execution.messages import Outcome
    from scripts.execution.runner import Pool
    from scripts.results.runs import Isolation, Run


class Observer:
    """Hears how far a build is. This one says nothing."""

    def start(self, runs: list[Run]) -> None:
        """`runs` are about to be made."""

    def start_check(self, runs: list[Run]) -> None:
        """`runs` gave new records and are about to be made once more."""

    def check_early(self, runs: list[Run]) -> None:
        """`runs` are made once more while they are made for the first time."""

    def advance(self, run: Run, outcome: Outcome) -> None:
        """`run` has ended."""

    def retry(self, run: Run) -> None:
        """`run` hung in a fork and will be made in a fresh process."""


@dataclass(frozen=True)
class Options:
    """What to build, and how: made where a command is read, and passed on as it is.

    `wanted` names pairs or topics; all where it is empty. With `committed`, what was
    drawn from up-to-date committed records is not run. With `confirm`, new records
    are made once more before they are written, to see that they are reproducible.
    Without `overviews` the pages about all pairs and the claims are left for later.
    `open_pool` gives what runs snippets; None is the worker pool of this machine.
    """

    wanted: list[str] = field(default_factory=list)
    force: bool = False
    check: bool = False
    jobs: int = 2
    isolation: Isolation = "fork"
    committed: bool = False
    shard: Shard = WHOLE
    confirm: bool = True
    overviews: bool = True
    observer: Observer = field(default_factory=Observer)
    open_pool: Callable[..., AbstractContextManager[Pool]] | None = None

    @property
    def whole(self) -> bool:
        """Whether everything that is stale is to be made."""
        return not (self.wanted or self.force) and self.shard == WHOLE

    @property
    def confirms(self) -> bool:
        """Whether records are made once more where that is due."""
        return self.confirm and not self.check


@dataclass(frozen=True)
class Report:
    """How many pairs and runs there are, how many runs were made, what was written.

    `absent` names the runtimes that cannot be run here.
    """

    pairs: int
    runs: int
    made: int = 0
    written: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
