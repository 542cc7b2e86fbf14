"""The reproducibility check: a new record is made once more, and has to be the same.

That is under another hash seed, in parents of their own, since a fork has the seed of
its parent. They are started only where a record is about to be written that nobody
has committed; what they make is cached too, so that nothing is made a third time.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace

from scripts.build.execute import make_runs
from scripts.build.options import Observer, Options
from scripts.build.plan import Plan
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, read_bytes
from scripts.core.staging import Staging
from scripts.results.cache import Cache
from scripts.results.records import Record, encode, record_path
from scripts.results.reproduced import disagreement
from scripts.results.runs import Run

OTHER_SEED = "1"
FEW = 8  # for more, the other parents would only take processors from the first
REMEDY = "seed what is random, sort what is a set, and run: python -m scripts run"


def new_runs(project: Project, plan: Plan, fresh: Cache, staging: Staging) -> list[Run]:
    """The runs whose fresh record is about to be committed, or is unconfirmed."""

    def is_new(run: Run) -> bool:
        path = record_path(project, run.pair.name, run.runtime)
        new = staging.content(path)
        return run.key in plan.unconfirmed or (
            new is not None and new == encode(fresh[run.key])
        )

    return [run for run in plan.stale_runs if is_new(run)]


@contextmanager
def early_check(
    project: Project, options: Options, plan: Plan, runs: list[Run]
) -> Iterator[None]:
    """Make a few runs once more while they are made: starting parents takes longest.

    What goes wrong here goes wrong again in `check_reproducible`, which says so.
    """
    new = [run for run in runs if _is_unknown(project, run)]
    wanted = options.confirms and not options.force and options.open_pool is None
    if not wanted or not 0 < len(new) <= FEW:
        yield
        return
    options.observer.check_early(new)
    silent = replace(options, observer=Observer())
    with ThreadPoolExecutor() as pool:
        pool.submit(_repeat, project, silent, plan, new)
        yield


def _is_unknown(project: Project, run: Run) -> bool:
    """Whether no record of this run is committed."""
    committed = read_bytes(record_path(project, run.pair.name, run.runtime))
    return committed is None or run.key.encode() not in committed


def check_reproducible(
    project: Project, options: Options, plan: Plan, runs: list[Run], fresh: Cache
) -> list[Problem]:
    """Make `runs` once more; a problem for each whose record is then another."""
    repeats = _repeats(project)
    due = [run for run in runs if options.force or repeats.get(run.key) is None]
    options.observer.start_check(due)
    try:
        _repeat(project, options, plan, due)
    except Problems as several:
        return [_failed(problem) for problem in several.found]
    found = [(run, _difference(run, plan, fresh, repeats)) for run in runs]
    return [_refused(project, run, why) for run, why in found if why]


def _repeats(project: Project) -> Cache:
    return Cache(project, "repeats")


def _repeat(project: Project, options: Options, plan: Plan, runs: list[Run]) -> None:
    cache = _repeats(project)
    make_runs(project, plan.runtimes, runs, cache, options, hash_seed=OTHER_SEED)


def _difference(run: Run, plan: Plan, fresh: Cache, repeats: Cache) -> str:
    first, second = fresh[run.key], repeats[run.key]
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


def _failed(problem: Problem) -> Problem:
    what = f"the second time, under another hash seed: {problem.what}"
    return Problem(problem.where, what, problem.remedy)
