"""What a build does: run, certify and draw, stage, and write when all is sound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from scripts.build.execute import due_runs, make_runs
from scripts.build.options import Options, Report
from scripts.build.overviews import check_sources, write_overviews
from scripts.build.pair_files import fresh_files
from scripts.build.plan import Plan
from scripts.build.reproducibility import check_reproducible, early_check, new_runs
from scripts.core.problems import Problem, Problems, each_problem
from scripts.core.project import Project
from scripts.core.staging import Staging
from scripts.results.cache import Cache, unconfirmed


def carry_out(project: Project, options: Options, plan: Plan) -> Report:
    """Make the runs that are due and write what follows from all of them.

    Raises `Problems`, and then has written nothing but the cache.
    """
    if options.overviews:
        check_sources(project)
    fresh = Cache(project)
    due = due_runs(plan, options, fresh)
    options.observer.start(due)
    with early_check(project, options, plan, due):
        make_runs(project, plan.runtimes, due, fresh, options)
    written = _conclude(project, options, plan, fresh)
    if options.overviews and not options.check:
        write_overviews(project, plan)
    return replace(plan.report, made=len(due), written=written)


def _conclude(
    project: Project, options: Options, plan: Plan, fresh: Cache
) -> list[str]:
    """Write what follows from fresh records, and say what; with `check`, nothing.

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
    plan.note_made()
    return written


def _stage(
    project: Project, options: Options, plan: Plan, fresh: Cache, staging: Staging
) -> Iterator[Problem]:
    """Stage the files of all stale pairs, or say which differ; what is wrong."""
    for pair in plan.stale:
        try:
            seen = {run.runtime: fresh[run.key] for run in plan.runs[pair.name]}
            files, reasons = fresh_files(project, pair, seen, plan.order(pair))
            staging.add({} if options.check else files)
        except (Problem, Problems) as wrong:
            yield from each_problem(wrong)
        else:
            yield from _differ(project, reasons if options.check else {})
    staging.remove(plan.orphans)
    if options.check:
        strays = dict.fromkeys(plan.orphans, "belongs to no pair")
        yield from _differ(project, strays)


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
