"""Pages from what is committed, where nothing is run: no framework is needed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from scripts.build.options import Report
from scripts.build.outputs import outputs_of, overview_paths
from scripts.build.plan import (
    Asked,
    Plan,
    make_plan,
)
from scripts.build.steps import alone, write_overviews
from scripts.build.untouched import if_untouched
from scripts.claims.article import read_article
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, write_if_changed
from scripts.corpus.pairs import Pair, find_pairs
from scripts.corpus.placement import placement
from scripts.corpus.runtimes import read_pins, runtimes_of
from scripts.pages.case_study import conclude_notebook
from scripts.pages.pairs.files import render_pair
from scripts.results.entries import read_certificate, read_records
from scripts.results.records import Record
from scripts.results.summaries import read_summaries


def redraw(project: Project) -> Report:
    """Draw what pages include from committed records; write what changed.

    Raises `Problems` with each pair whose records are missing or come from
    another snippet than the one that is there. All others are drawn then too, and
    what was drawn of that one before stays.
    """
    if report := if_untouched(project):
        return report
    with alone(project):
        plan = make_plan(project, read_pins(project), Asked())
        read_article(project, find_pairs(project))
        read_summaries(project)
        count = sum(pair.is_pair for pair in plan.pairs)
        report = Report(count, sum(map(len, plan.runs.values())))
        problems = list(_redraw_unsettled(project, plan, report))
        pages, paths = placement(project), overview_paths(project)
        if report.written or not plan.settled.overviews_hold(pages, paths):
            write_overviews(project, plan)
        plan.settled.save()
    if problems:
        raise Problems(problems)
    return report


def draw_what_is_committed(project: Project) -> None:
    """Draw what can be drawn; what cannot is for a build to run, or to complain of."""
    with contextlib.suppress(Problem, Problems):
        redraw(project)


def _redraw_unsettled(
    project: Project, plan: Plan, report: Report
) -> Iterator[Problem]:
    for pair in plan.pairs:
        outputs = outputs_of(project, pair, plan.runtimes)
        if plan.settled.holds(pair, plan.runs[pair.name], outputs):
            continue
        try:
            files = _drawn(project, pair, plan)
        except Problem as problem:
            yield problem
            continue
        written = [p for p, content in files.items() if write_if_changed(p, content)]
        report.written += map(project.show, written)
        plan.settled.settle(pair, plan.runs[pair.name], outputs)


def _drawn(project: Project, pair: Pair, plan: Plan) -> dict[Path, bytes]:
    """What follows from the committed records of a pair or case study."""
    records = read_records(project, pair, list(runtimes_of(pair, plan.runtimes)))
    _check_own(project, pair, plan, records)
    if pair.is_notebook:
        return conclude_notebook(project, pair, records)[0]
    if not pair.is_pair:
        return {}  # the page about all of them is drawn with the overviews
    certificate = read_certificate(project, pair)
    if certificate is None:
        what = "has records but no certificate"
        raise Problem(project.show(pair.folder), what, "run it: make run")
    return render_pair(project, pair, records, certificate)


def _check_own(
    project: Project, pair: Pair, plan: Plan, records: dict[str, Record]
) -> None:
    """Raise `Problem` unless the records are those of the snippets as they are."""
    for run in plan.runs[pair.name]:
        record = records.get(run.runtime)
        if record is None or record.key != run.key:
            what = "has changed since it was run" if record else "has not been run yet"
            raise Problem(project.show(run.snippet.path), what, "run it: make run")
