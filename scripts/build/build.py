"""The whole flow: find, run, certify, render. Quick where nothing is to be done."""

from __future__ import annotations

from scripts.build.options import Options, Report
from scripts.build.plan import Asked, make_plan
from scripts.build.unconfirmed import owed, settle_debts
from scripts.build.untouched import if_untouched, note_untouched, sources_status
from scripts.core.project import Project
from scripts.corpus.runtimes import check_installed, read_pins, read_runtimes
from scripts.corpus.shard import WHOLE


def build(project: Project, options: Options) -> Report:
    """Bring records, certificates and fragments up to date, or check that they are.

    Nothing is written unless every pair is sound, and with `check` nothing is
    written but the local cache. With `committed` the records of other people's
    runs count as made: for authors who wait, never for a check or to publish.
    Raises `Problem` or `Problems`.
    """
    part = options.wanted or options.shard != WHOLE
    whole = not (part or options.force)
    due = owed(project) if options.twice and not options.check else frozenset[str]()
    if whole and not due and (report := if_untouched(project)):
        return report
    sources = sources_status(project) if whole else ""
    pins = read_pins(project)
    check_installed(pins, read_runtimes(project))
    asked = Asked(options.wanted, options.force, options.committed, options.shard, due)
    plan = make_plan(project, pins, asked)
    count = sum(pair.is_pair for pair in plan.pairs)
    report = Report(count, sum(map(len, plan.runs.values())))
    report.absent = plan.absent
    if not plan.nothing_to_do:
        # Imported here: what draws pages takes longer to import than to decide
        # that nothing is to be done.
        from scripts.build.steps import alone, carry_out

        with alone(project):
            plan = make_plan(project, pins, asked)
            carry_out(project, options, plan, report)
    if whole and options.twice and not options.check:
        settle_debts(project, due)
    if whole and not plan.taken and (plan.nothing_to_do or not options.check):
        note_untouched(project, report, sources)
    return report
