"""The whole flow: find, run, certify, draw. Quick where nothing is to be done."""

from __future__ import annotations

from scripts.build.options import Options, Report
from scripts.build.plan import Plan, make_plan
from scripts.build.quick_look import note_report, noted_report, quick_look
from scripts.core.lock import build_lock
from scripts.core.project import Project
from scripts.core.store import Store
from scripts.core.up_to_date import QuickLook
from scripts.corpus.runtimes import check_installed, read_pins, read_runtimes
from scripts.results.cache import unconfirmed


def build(project: Project, options: Options) -> Report:
    """Bring records, certificates and fragments up to date, or check that they are.

    Nothing is written unless every pair is sound, and with `check` nothing is
    written but the local cache. With `committed` the records of other people's
    runs count as made: for authors who wait, never for a check or to publish.
    Raises `Problem` or `Problems`.
    """
    look, later = quick_look(project), unconfirmed(project)
    due = options.confirms and later.keys()
    if options.whole and not due and (report := noted_report(look)):
        return report
    check_installed(read_pins(project), read_runtimes(project))
    plan = make_plan(project, options)
    report = plan.report
    if not plan.nothing_to_do:
        # What draws pages takes longer to import than to decide that it is not due.
        from scripts.build.conclude import carry_out

        with build_lock(project):
            plan = make_plan(project, options)  # less, after another build
            report = carry_out(project, options, plan)
    if options.whole:
        _note(options, plan, report, look, later)
    return report


def _note(
    options: Options, plan: Plan, report: Report, look: QuickLook, later: Store
) -> None:
    """Remember that all is confirmed and up to date, where it is."""
    if options.confirms:
        for key in plan.unconfirmed:
            later.drop(key)
    if (plan.nothing_to_do or not options.check) and not plan.uses_committed:
        note_report(look, report)
