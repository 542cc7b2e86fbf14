"""What stands on how many runs: the counts of the Status page, from results only."""

from __future__ import annotations

from collections import Counter

from scripts.core.markup import escape, table
from scripts.core.project import Project
from scripts.corpus.notebooks import find_notebooks
from scripts.corpus.runtimes import Runtime
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.overviews.totals import Records, totals
from scripts.pages.pairs.walk import runtime_title
from scripts.results.certify import WORDS
from scripts.results.entries import Entry, read_records
from scripts.results.records import Record


def render(project: Project, known: Known) -> Rendered:
    """The generated part of the Status page."""
    entries, runtimes = known.entries, known.runtimes
    studies = [
        read_records(project, study, list(runtimes))
        for study in find_notebooks(project, [])
    ]
    found = [entry.records for entry in entries] + studies
    records = [item for by_runtime in found for item in by_runtime.items()]
    parts = [
        totals(project, entries, len(studies), records),
        "## By backend",
        _by_runtime(entries, runtimes, records),
        "## By grade",
        _by_grade(entries),
        "## What was not run, and why",
        _not_run(entries, runtimes),
    ]
    return Rendered({"status": "\n\n".join(parts)})


def _by_runtime(
    entries: list[Entry], runtimes: dict[str, Runtime], records: Records
) -> str:
    head = ["Runs on", "Runs", "Depend on", "Pairs that do not run there"]
    return table(
        head,
        [
            [
                runtime_title(name),
                f"{sum(found == name for found, _ in records):,}",
                _versions([record for found, record in records if found == name]),
                str(sum(name not in entry.records for entry in entries)),
            ]
            for name in runtimes
        ],
    )


def _versions(records: list[Record]) -> str:
    """Every version that a run depended on, such as `numpy 2.4.6, torch 2.13.0`."""
    known = {item for record in records for item in record.versions.items()}
    return ", ".join(f"{package} {version}" for package, version in sorted(known))


def _by_grade(entries: list[Entry]) -> str:
    counts = Counter(entry.certificate.grade for entry in entries)
    rows = [[grade, words, str(counts[grade])] for grade, words in WORDS.items()]
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
    count = f"{len(rows)} of {len(entries)} pairs do not run on every backend."
    return f"{count}\n\n{table(['Pair', 'Not on', 'Why'], rows)}"


def _lacking(entry: Entry, runtimes: dict[str, Runtime]) -> list[str]:
    return [
        runtime.backend or name
        for name, runtime in runtimes.items()
        if name not in entry.records
    ]
