"""The runs that are due: which they are, and having them made."""

from __future__ import annotations

from functools import partial
from typing import Any

from scripts.build.options import Options
from scripts.build.plan import Plan
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime
from scripts.execution.runner import Runner
from scripts.execution.worker_pool import WorkerPool
from scripts.results.cache import Cache
from scripts.results.runs import Run


def due_runs(plan: Plan, options: Options, cache: Cache) -> list[Run]:
    """The runs of stale pairs that have no sound record; with `force`, all of them."""
    return [r for r in plan.stale_runs if options.force or cache.get(r.key) is None]


def make_runs(
    project: Project,
    runtimes: dict[str, Runtime],
    runs: list[Run],
    cache: Cache,
    options: Options,
    **parents: Any,
) -> None:
    """Make `runs`; their records are in the cache then.

    `parents` says what is special about the parents that make them: another hash
    seed, other packages. Raises `Problems` with every run that went wrong.
    """
    runner = Runner(project, runtimes, cache, options.jobs, options.isolation)
    runner.progress = options.observer.advance
    runner.on_retry = options.observer.retry
    runner.open_pool = partial(options.open_pool or WorkerPool, **parents)
    runner.make(runs)
