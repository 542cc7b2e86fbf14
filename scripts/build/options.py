"""What a build is asked to do, and what it says it did."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from scripts.corpus.shard import WHOLE, Shard
from scripts.execution.messages import Outcome
from scripts.execution.runner import Pool
from scripts.execution.worker_pool import WorkerPool
from scripts.results.runs import Isolation, Run


@dataclass
class Options:
    """What to build, and how.

    With `committed`, what was drawn from up-to-date committed records is not run.
    Without `overviews` the pages about all pairs and the claims are left for later.
    `twice` says whether what is new is made a second time before it is written.
    """

    wanted: list[str] = field(default_factory=list)
    force: bool = False
    check: bool = False
    jobs: int = 2
    isolation: Isolation = "fork"
    committed: bool = False
    shard: Shard = WHOLE
    twice: bool = True
    on_start: Callable[[list[Run]], None] = lambda runs: None
    on_again: Callable[[list[Run]], None] = lambda runs: None
    on_beside: Callable[[list[Run]], None] = lambda runs: None
    on_run: Callable[[Run, Outcome], None] = lambda run, outcome: None
    on_retry: Callable[[Run], None] = lambda run: None
    overviews: bool = True
    open_pool: Callable[..., AbstractContextManager[Pool]] = WorkerPool


@dataclass
class Report:
    """What a build did: how many pairs and runs, and which files it wrote."""

    pairs: int
    runs: int
    made: int = 0
    written: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
