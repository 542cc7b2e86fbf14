"""The whole flow: find, run, certify, draw. Quick where nothing is to be done."""

from __future__ import annotations

from dataclasses import replace

from scripts.build.options import Options, Report
from scripts.build.plan import Plan, make_plan
from scripts.build.quick_look import QuickLook
from scripts.core.lock import build_lock
from scripts.core.project import Project
from scripts.corpus.runtimes import check_installed, read_pins, read_runtimes
from scripts.results.cache import Cache, unconfirmed


def build(project: Project, options: Options) -> Report:
    """Bring records, certificates and fragments up to date, or check that they are.

    Nothing is written unless every pair is sound, and with `check` nothing is
    written but the local cache. With `committed` the records of other people's
    runs count as made: for authors who wait, never for a check or to publish.
    Raises `Problem` or `Problems`.
    """
    look = QuickLook(project)
    later = unconfirmed(project).keys() if options.confirms else frozenset()
    if options.whole and not later and (report := look.report()):
        return report
    check_installed(read_pins(project), read_runtimes(project))
    plan = make_plan(project, options)
    report = plan.report
    if not plan.nothing_to_do:
        with build_lock(project):
            plan = make_plan(project, options)  # less, after another build
            report = _carry_out(project, options, plan)
    if options.whole and options.confirms:
        for key in plan.unconfirmed:
            unconfirmed(project).drop(key)
    done = plan.nothing_to_do or not options.check
    if options.whole and done and not plan.uses_committed:
        look.note(report)
    return report


def _carry_out(project: Project, options: Options, plan: Plan) -> Report:
    """Make the runs that are due and write what follows.

    Raises `Problems`, and then has written nothing but the cache.
    """
    # Imported here: what draws pages takes longer to import than to decide that
    # nothing is to be done.
    from scripts.build.conclude import conclude
    from scripts.build.execute import due_runs, make_runs
    from scripts.build.overviews import check_sources, write_overviews
    from scripts.build.reproducibility import early_check

    if options.overviews:
        check_sources(project)
    fresh = Cache(project)
    due = due_runs(plan, options, fresh)
    options.observer.start(due)
    with early_check(project, options, plan, due):
        make_runs(project, plan.runtimes, due, fresh, options)
    written = conclude(project, options, plan, fresh)
    if options.overviews and not options.check:
        write_overviews(project, plan)
    return replace(plan.report, made=len(due), written=written)
