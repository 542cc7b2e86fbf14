"""What a pair did on some versions: its runs as a reader sees them, compared."""

from __future__ import annotations

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.results.certify import REFERENCE, Comparison, certify, measured_grade
from scripts.results.records import Record
from scripts.results.summaries import Behaviour, Compared, Ran

LONGEST = 200


def behaviour_of(
    project: Project, pair: Pair, source: str, seen: dict[str, Record | str]
) -> Behaviour:
    """What `pair` did, by runtime its record or in a line how it failed.

    `source` is the digest of what was run, the same for all versions.
    """
    ran = {name: ran_of(found) for name, found in seen.items()}
    records = {n: found for n, found in seen.items() if isinstance(found, Record)}
    comparisons: dict[str, list[Comparison]] = {}
    if REFERENCE in records and len(records) > 1:
        try:
            comparisons = certify(project, pair, records).comparisons
        except Problem as problem:
            ran |= {n: Ran(failed=line_of(problem.what)) for n in ran if n != REFERENCE}
    everything = [c for found in comparisons.values() for c in found]
    return Behaviour(
        source,
        measured_grade(everything) if comparisons else "",
        ran,
        {n: {c.name: _compared(c) for c in f} for n, f in comparisons.items()},
    )


def ran_of(found: Record | str) -> Ran:
    """What a record, or the line that says how a run failed, shows to a reader."""
    if isinstance(found, str):
        return Ran(failed=found)
    raised = found.raised
    return Ran(
        "",
        line_of(f"{raised.type}: {raised.message}") if raised else "",
        [line for o in found.outputs for line in (*o.stdout, *o.stderr)],
        [f"{w.category}: {w.message}" for o in found.outputs for w in o.warnings],
        found.defaults,
    )


def _compared(comparison: Comparison) -> Compared:
    return Compared(float(f"{comparison.largest:.3g}"), comparison.equal)


def line_of(text: str) -> str:
    """A message in one line of at most 200 characters."""
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST else f"{joined[: LONGEST - 1]}…"
