"""How many pairs, runs, comparisons and claims there are: the first table of Status."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.claims.claims import read_claims
from scripts.claims.ledger import make_ledger
from scripts.core.markup import table
from scripts.core.project import Project
from scripts.corpus.pairs import BREAKPOINTS, MISTAKES
from scripts.measurements.speed import machines
from scripts.results.entries import Entry
from scripts.results.records import Record

DEBUGGING = (MISTAKES, BREAKPOINTS)
Records = list[tuple[str, Record]]
"""Every record, with the runtime that it was made on."""


def totals(
    project: Project, entries: list[Entry], studies: int, records: Records
) -> str:
    """A row for each kind of thing, with a link to the page that shows them."""
    ledger = make_ledger(read_claims(project.claims, project.show(project.claims)))
    found = [c for e in entries for r in e.certificate.comparisons.values() for c in r]
    equal, numbers = sum(c.equal for c in found), sum(c.numbers for c in found)
    broken = sum(c.equal != c.expected for c in found)
    debugged = sum(1 for name in DEBUGGING for _ in _results(project, name))
    warned = sum(len(o.warnings) for _, record in records for o in record.outputs)
    rows = {
        "[Pairs](dictionary.md)": f"{len(entries):,}",
        "Case studies": f"{studies:,}",
        "Runs": f"{len(records):,}, which gave {warned:,} warnings",
        "Runs of [mistakes and breakpoints](measured/debugging.md)": f"{debugged:,}",
        "[Machines that were timed](measured/speed.md)": f"{len(machines(project)):,}",
        "Comparisons": f"{len(found):,}: {equal:,} came out equal, "
        f"{len(found) - equal:,} differ; {broken:,} are not as declared",
        "Numbers compared": f"{numbers:,}",
        "[Claims](ledger.md)": f"{len(ledger.claims):,}: {ledger.checkable:,} can be "
        f"checked, {ledger.decided:,} of them are decided by runs",
    }
    return table(["What", "How many"], [list(row) for row in rows.items()])


def _results(project: Project, folder: str) -> Iterator[Path]:
    return (project.results / folder).rglob("*.json")
