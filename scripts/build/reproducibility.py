"""A record that is new is made twice: a snippet that is not deterministic is refused.

The second time under another hash seed, in parents of their own, since a fork has
the seed of its parent. They are started only where a record is about to be written
that nobody has committed; what they make is kept too, so that nothing is made a
third time.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from scripts.build.options import Options
from scripts.build.plan import Plan
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, read_bytes
from scripts.core.staging import Staged
from scripts.execution.runner import Runner
from scripts.execution.worker_pool import WorkerPool
from scripts.results.cache import Cache, Kept
from scripts.results.records import Record, encode, record_path
from scripts.results.reproduced import disagreement
from scripts.results.runs import Run

OTHER_SEED = "1"
FEW = 8  # for more, the second parents would only take processors from the first
REMEDY = "seed what is random, sort what is a set, and run: python -m scripts run"


def new_runs(project: Project, plan: Plan, fresh: Kept, staged: Staged) -> list[Run]:
    """The runs whose fresh record is about to replace what is committed, or is owed."""

    def is_new(run: Run) -> bool:
        path = record_path(project, run.pair.name, run.runtime)
        new = staged.content(path)
        return run.key in plan.owed or (
            new is not None and new == encode(fresh[run.key])
        )

    runs = [run for pair in plan.unsettled for run in plan.runs[pair.name]]
    return [run for run in runs if is_new(run)]


@contextmanager
def beside(
    project: Project, options: Options, plan: Plan, runs: list[Run]
) -> Iterator[None]:
    """Make a few runs the second time beside the first: starting takes longest.

    What goes wrong here goes wrong again in `confirm`, which tells of it.
    """
    new = [run for run in runs if _is_unknown(project, run)]
    once = options.check or options.force or not options.twice
    if once or options.open_pool is not WorkerPool or not 0 < len(new) <= FEW:
        yield
        return
    options.on_beside(new)
    silent = replace(options, on_again=_ignore, on_run=_ignore, on_retry=_ignore)
    with ThreadPoolExecutor() as pool:
        pool.submit(_make_again, project, silent, plan, new, Cache(project, "again"))
        yield


def _ignore(*_: object) -> None:
    """Say nothing."""


def _is_unknown(project: Project, run: Run) -> bool:
    """Whether no record of this run is committed."""
    committed = read_bytes(record_path(project, run.pair.name, run.runtime))
    return committed is None or run.key.encode() not in committed


def confirm(
    project: Project,
    options: Options,
    plan: Plan,
    runs: list[Run],
    fresh: Kept,
) -> list[Problem]:
    """Make `runs` once more; a problem for each whose record is then another."""
    cache = Cache(project, "again")
    missing = [run for run in runs if options.force or cache.get(run.key) is None]
    try:
        _make_again(project, options, plan, missing, cache)
    except Problems as several:
        return [_second(problem) for problem in several.found]
    again = Kept(cache)
    found = [(run, _difference(run, plan, fresh, again)) for run in runs]
    return [_refused(project, run, why) for run, why in found if why]


def _make_again(
    project: Project, options: Options, plan: Plan, runs: list[Run], cache: Cache
) -> None:
    options.on_again(runs)
    runner = Runner(project, plan.runtimes, cache, options.jobs, options.isolation)
    runner.progress, runner.on_retry = options.on_run, options.on_retry
    runner.open_pool = partial(options.open_pool, hash_seed=OTHER_SEED)
    runner.make(runs)


def _difference(run: Run, plan: Plan, fresh: Kept, again: Kept) -> str:
    first, second = fresh[run.key], again[run.key]
    why = disagreement(first, second, drawn=not run.pair.is_notebook)
    if why or first == second or not plan.runtimes[run.runtime].exact:
        return why
    return _last_digits(first, second)


def _last_digits(first: Record, second: Record) -> str:
    """Where two records differ that agree but for the last digits of numbers."""
    outputs = zip(first.outputs, second.outputs, strict=True)
    for number, (one, other) in enumerate(outputs, start=1):
        if one != other:
            return f"cell {number}: the last digits are others"
    names = [n for n, value in first.values.items() if value != second.values[n]]
    what = names[0] if names else "the error"
    return f"the last digits of {what} are others"


def _refused(project: Project, run: Run, why: str) -> Problem:
    what = f"is not deterministic on {run.runtime}; under another hash seed {why}"
    return Problem(project.show(run.snippet.path), what, f"{REMEDY} {run.pair.name}")


def _second(problem: Problem) -> Problem:
    what = f"the second time, under another hash seed: {problem.what}"
    return Problem(problem.where, what, problem.remedy)
