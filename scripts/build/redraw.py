"""Pages from what is committed, where nothing is run: no framework is needed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

from scripts.build.options import Options, Report
from scripts.build.overviews import are_stale, check_sources, write_overviews
from scripts.build.pair_files import drawn_files
from scripts.build.plan import Plan, make_plan
from scripts.build.quick_look import noted_report, quick_look
from scripts.core.lock import build_lock
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.core.staging import Staging
from scripts.results.committed import read_committed


def redraw(project: Project) -> Report:
    """Draw what pages include from committed records; write what changed.

    Raises `Problems` with each pair whose records are missing or come from
    another snippet than the one that is there. All others are drawn then too, and
    what was drawn of that one before stays.
    """
    if report := noted_report(quick_look(project)):
        return report
    with build_lock(project):
        plan = make_plan(project, Options(committed=True, confirm=False))
        check_sources(project)
        with Staging(project) as staging:
            problems = list(_stage(project, plan, staging))
            written = staging.write()
        plan.note_made()
        if are_stale(project, plan):
            write_overviews(project, plan)
    if problems:
        raise Problems(problems)
    return replace(plan.report, written=written)


def draw_what_is_committed(project: Project) -> None:
    """Draw what can be drawn; what cannot is for a build to run, or to complain of."""
    with contextlib.suppress(Problem, Problems):
        redraw(project)


def _stage(project: Project, plan: Plan, staging: Staging) -> Iterator[Problem]:
    """Stage what is drawn of each stale pair; one that cannot be drawn stays stale."""
    for pair in [*plan.stale]:
        runs = plan.runs[pair.name]
        try:
            committed = read_committed(project, pair, runs, plan.order(pair))
            staging.add(drawn_files(project, pair, committed))
        except Problem as problem:
            plan.stale.remove(pair)
            yield problem
