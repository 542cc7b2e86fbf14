"""The part of a build that does something: run, certify, render, write."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import BaseFileLock, FileLock

from scripts.build.options import Options, Report
from scripts.build.outputs import outputs_of, overview_paths
from scripts.build.plan import Plan
from scripts.build.reproducibility import beside, confirm, new_runs
from scripts.build.unconfirmed import owe, settle_debts
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, cannot_write, remove, sweep, write_if_changed
from scripts.core.staging import Staged
from scripts.corpus.changelog import read_changelog, render_changelog
from scripts.corpus.pairs import Pair, find_pairs
from scripts.corpus.placement import placement
from scripts.corpus.runtimes import runtimes_of
from scripts.execution.runner import Runner
from scripts.measurements.anatomy import render_anatomy
from scripts.measurements.code_size import measure_pairs
from scripts.measurements.community import read_community
from scripts.pages.measured.code_size_page import render_code_size
from scripts.pages.measured.community_page import render_community
from scripts.pages.measured.debugging_data import debugging_data
from scripts.pages.measured.debugging_page import render_debugging
from scripts.pages.measured.speed_page import render_speed
from scripts.pages.measured.versions_page import render_versions
from scripts.pages.overviews.article import read_article, render_article
from scripts.pages.overviews.glossary import render_glossary
from scripts.pages.overviews.overviews import render_overviews
from scripts.pages.overviews.published import render_data
from scripts.pages.overviews.status import render_status
from scripts.pages.pair_markdown import render_plain
from scripts.pages.pair_page import render_pair
from scripts.results.cache import Cache, Kept
from scripts.results.committed import keep
from scripts.results.declared_warnings import undeclared_warnings
from scripts.results.entries import find_entries
from scripts.results.mistake_outcomes import conclude_debugging
from scripts.results.records import Record
from scripts.results.summaries import read_summaries


@contextlib.contextmanager
def alone(project: Project) -> Iterator[None]:
    """One build at a time in a checkout; a second one waits and finds less to do."""
    lock = _take_lock(project)
    try:
        for folder in (*project.made, project.cache / "runs", project.cache / "again"):
            sweep(folder)
        yield
    finally:
        lock.release()


def _take_lock(project: Project) -> BaseFileLock:
    lock = FileLock(project.cache / "lock")
    try:
        project.cache.mkdir(exist_ok=True)
        lock.acquire()
    except OSError as error:
        raise cannot_write(project.cache, error) from None
    return lock


def carry_out(project: Project, options: Options, plan: Plan, report: Report) -> None:
    """Make the runs that are needed and write what follows; fill in `report`.

    Raises `Problems`, and then has written nothing but the cache.
    """
    if options.overviews:
        read_article(project, find_pairs(project))
        read_changelog(project)
        read_summaries(project)
    fresh = _make_runs(project, options, plan, report)
    report.written = _conclude(project, options, plan, fresh)
    if options.overviews and not options.check:
        write_overviews(project, plan)


def _make_runs(project: Project, options: Options, plan: Plan, report: Report) -> Kept:
    """Have all runs of the unsettled pairs made; their records by key."""
    cache = Cache(project)
    runs = [run for pair in plan.unsettled for run in plan.runs[pair.name]]
    forced = {run.key for run in plan.needed} if options.force else set()
    needed = [r for r in runs if r.key in forced or cache.get(r.key) is None]
    report.made = len(needed)
    options.on_start(needed)
    runner = Runner(project, plan.runtimes, cache, options.jobs, options.isolation)
    runner.progress, runner.on_retry = options.on_run, options.on_retry
    runner.open_pool = options.open_pool
    with beside(project, options, plan, needed):
        runner.make(needed)
    return Kept(cache)


def _conclude(project: Project, options: Options, plan: Plan, fresh: Kept) -> list[str]:
    """Certify and render; write what changed, or complain of what would change."""
    staged = Staged(project)
    try:
        problems = _certify_and_render(project, options.check, plan, fresh, staged)
        if options.check:
            orphans = dict.fromkeys(plan.orphans, "belongs to no pair")
            problems += _stale(project, orphans)
        elif not problems:
            problems += _doubts(project, options, plan, fresh, staged)
        if problems:
            raise Problems(problems)
        return [] if options.check else _write(project, plan, staged)
    finally:
        staged.discard()


def _doubts(
    project: Project,
    options: Options,
    plan: Plan,
    fresh: Kept,
    staged: Staged,
) -> list[Problem]:
    """What does not repeat of the records that are new; while serving, that is owed."""
    runs = new_runs(project, plan, fresh, staged)
    if not options.twice:
        owe(project, runs)
        return []
    problems = confirm(project, options, plan, runs, fresh)
    if not problems:
        settle_debts(project, [run.key for run in runs])
    return problems


def _certify_and_render(
    project: Project, check: bool, plan: Plan, fresh: Kept, staged: Staged
) -> list[Problem]:
    """Stage the files that follow from the fresh records; what is wrong."""
    problems: list[Problem] = []
    for pair in plan.unsettled:
        try:
            seen = {run.runtime: fresh[run.key] for run in plan.runs[pair.name]}
            made, reasons = _files_of(project, pair, seen, plan)
            if not check:
                staged.add(made)
        except Problem as problem:
            problems.append(problem)
        except Problems as several:
            problems += several.found
        else:
            problems += _stale(project, reasons) if check else []
    return problems


def _files_of(
    project: Project, pair: Pair, seen: dict[str, Record], plan: Plan
) -> tuple[dict[Path, bytes], dict[Path, str]]:
    """The files of a pair or case study, and why those that change have to."""
    if pair.is_notebook:
        from scripts.pages.case_study import (
            conclude_notebook,  # takes a second to import
        )

        if warned := undeclared_warnings(project, pair, seen):
            raise Problems(warned)
        return conclude_notebook(project, pair, seen)
    if not pair.is_pair:
        return conclude_debugging(project, pair, seen)
    kept = keep(project, pair, seen, list(runtimes_of(pair, plan.runtimes)))
    drawn = render_pair(project, pair, kept.records, kept.certificate)
    drawn |= render_plain(project, pair, kept.records, kept.certificate)
    return kept.files | drawn, kept.reasons


def _stale(project: Project, reasons: dict[Path, str]) -> list[Problem]:
    remedy = "run: python -m scripts run, and commit what changed"
    return [Problem(project.show(p), why, remedy) for p, why in reasons.items()]


def _write(project: Project, plan: Plan, staged: Staged) -> list[str]:
    written = staged.write()
    for orphan in plan.orphans:
        remove(orphan)
    for pair in plan.unsettled:
        outputs = outputs_of(project, pair, plan.runtimes)
        plan.settled.settle(pair, plan.runs[pair.name], outputs)
    plan.settled.save()
    return [project.show(path) for path in [*written, *plan.orphans]]


def write_overviews(project: Project, plan: Plan) -> None:
    """Write the pages about all pairs, also where only some were looked at."""
    pairs = find_pairs(project)
    entries = find_entries(project, pairs, plan.runtimes)
    files = render_overviews(project, entries) | render_data(project, entries)
    files |= render_status(project, entries, plan.runtimes)
    files |= render_changelog(project) | render_glossary(project)
    files |= render_code_size(project, measure_pairs(project, pairs))
    files |= render_community(project, read_community(project))
    files |= render_debugging(project) | debugging_data(project)
    files |= render_anatomy(project) | render_speed(project)
    files |= render_versions(project, entries)
    for path, content in (files | render_article(project, pairs)).items():
        write_if_changed(path, content)
    plan.settled.settle_overviews(placement(project), overview_paths(project))
    plan.settled.save()
