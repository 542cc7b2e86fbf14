"""From fresh records to files: certify and draw, stage, and write when all is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.build.options import Options
from scripts.build.pair_files import fresh_files
from scripts.build.plan import Plan
from scripts.build.reproducibility import check_reproducible, new_runs
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.core.staging import Staging
from scripts.results.cache import Cache, unconfirmed


def conclude(project: Project, options: Options, plan: Plan, fresh: Cache) -> list[str]:
    """Write what follows from fresh records; with `check`, nothing. What was written.

    Raises `Problems` where a record is not as declared or not reproducible and, with
    `check`, where a file is stale. Nothing is written then.
    """
    with Staging(project) as staging:
        if problems := [*_stage(project, options, plan, fresh, staging)]:
            raise Problems(problems)
        if options.check:
            return []
        if problems := _unreproducible(project, options, plan, fresh, staging):
            raise Problems(problems)
        written = staging.write()
    for pair in plan.stale:
        plan.state.note(plan.target(pair))
    plan.state.save()
    return written


def _stage(
    project: Project, options: Options, plan: Plan, fresh: Cache, staging: Staging
) -> Iterator[Problem]:
    """Stage the files of all stale pairs, or say which differ; what is wrong."""
    for pair in plan.stale:
        try:
            seen = {run.runtime: fresh[run.key] for run in plan.runs[pair.name]}
            files, reasons = fresh_files(project, pair, seen, plan.order(pair))
            if options.check:
                yield from _differ(project, reasons)
            else:
                staging.add(files)
        except Problem as problem:
            yield problem
        except Problems as several:
            yield from several.found
    if options.check:
        strays = dict.fromkeys(plan.orphans, "belongs to no pair")
        yield from _differ(project, strays)
    staging.remove(plan.orphans)


def _differ(project: Project, reasons: dict[Path, str]) -> Iterator[Problem]:
    remedy = "run: python -m scripts run, and commit what changed"
    for path, why in reasons.items():
        yield Problem(project.show(path), why, remedy)


def _unreproducible(
    project: Project, options: Options, plan: Plan, fresh: Cache, staging: Staging
) -> list[Problem]:
    """What is wrong with new records; while serving it is left to the next build."""
    runs, later = new_runs(project, plan, fresh, staging), unconfirmed(project)
    if not options.confirm:
        for run in runs:
            later.put(run.key, b"")
        return []
    if problems := check_reproducible(project, options, plan, runs, fresh):
        return problems
    for run in runs:
        later.drop(run.key)
    return []
