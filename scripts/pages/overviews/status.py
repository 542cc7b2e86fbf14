"""What stands on how many runs: the counts of the Status page, from results alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from scripts.claims.claims import read_claims
from scripts.claims.ledger import make_ledger
from scripts.core.markup import escape, table
from scripts.core.project import Project
from scripts.corpus.notebooks import find_notebooks
from scripts.corpus.pairs import BREAKPOINTS, MISTAKES
from scripts.corpus.runtimes import Runtime
from scripts.measurements.speed import machines
from scripts.results.certify import WORDS
from scripts.results.entries import Entry, read_records
from scripts.results.records import Record

DEBUGGING = (MISTAKES, BREAKPOINTS)
Records = list[tuple[str, Record]]


def render_status(
    project: Project, entries: list[Entry], runtimes: dict[str, Runtime]
) -> dict[Path, bytes]:
    """The generated part of the Status page."""
    studies = {
        study.name: read_records(project, study, list(runtimes))
        for study in find_notebooks(project, [])
    }
    found = [entry.records for entry in entries] + list(studies.values())
    records = [item for by_runtime in found for item in by_runtime.items()]
    parts = [
        _totals(project, entries, len(studies), records),
        "## By backend",
        _by_runtime(entries, runtimes, records),
        "## By grade",
        _by_grade(entries),
        "## What was not run, and why",
        _not_run(entries, runtimes),
    ]
    text = "\n\n".join(parts) + "\n"
    return {project.fragments / "status.md": text.encode()}


def _totals(
    project: Project, entries: list[Entry], studies: int, records: Records
) -> str:
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


def _by_runtime(
    entries: list[Entry], runtimes: dict[str, Runtime], records: Records
) -> str:
    head = ["Runs on", "Runs", "Depend on", "Pairs that do not run there"]
    return table(
        head,
        [
            [
                called(name, runtime),
                f"{sum(found == name for found, _ in records):,}",
                _versions([record for found, record in records if found == name]),
                str(sum(name not in entry.records for entry in entries)),
            ]
            for name, runtime in runtimes.items()
        ],
    )


def called(name: str, runtime: Runtime) -> str:
    """What a reader calls a runtime."""
    if runtime.side == "pytorch":
        return "PyTorch"
    return f"Keras on {runtime.backend or name.removeprefix('keras-')}"


def _versions(records: list[Record]) -> str:
    """Every version that a run depended on, such as `numpy 2.4.6, torch 2.13.0`."""
    known = {item for record in records for item in record.versions.items()}
    return ", ".join(f"{package} {version}" for package, version in sorted(known))


def _by_grade(entries: list[Entry]) -> str:
    counts = Counter(entry.certificate.grade for entry in entries)
    rows = [[grade, told, str(counts[grade])] for grade, told in WORDS.items()]
    return table(["Grade", "Meaning", "Pairs"], rows)


def _not_run(entries: list[Entry], runtimes: dict[str, Runtime]) -> str:
    """The pairs that lack a run on a backend, each with the reason it gives."""
    rows = [
        [entry.link, ", ".join(lacking), escape(entry.pair.declaration.reason)]
        for entry in entries
        if (lacking := _lacking(entry, runtimes))
    ]
    if not rows:
        return "Every pair ran on every backend."
    told = f"{len(rows)} of {len(entries)} pairs do not run on every backend."
    return f"{told}\n\n{table(['Pair', 'Not on', 'Why'], rows)}"


def _lacking(entry: Entry, runtimes: dict[str, Runtime]) -> list[str]:
    return [
        runtime.backend or name
        for name, runtime in runtimes.items()
        if name not in entry.records
    ]
