"""The page about versions: what pairs do otherwise with each of them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from scripts.core.markup import code_span, escape, table, unsearched
from scripts.core.project import Project
from scripts.pages.blocks import folded
from scripts.pages.measured.version_history import (
    History,
    called,
    history_of,
    pinned_of,
    series_of,
    sources_of,
)
from scripts.pages.measured.versions_data import comparable_pairs, published
from scripts.pages.overviews.overview import Known, Rendered
from scripts.results.behaviour import KINDS, changes
from scripts.results.entries import Entry
from scripts.results.summaries import Summary, read_summaries

NONE = (
    "No other versions have been measured beside the pinned ones yet: "
    "`make upgrade VERSIONS=keras==3.12.0` measures some."
)
STALE = "not measured since it was edited"


class Series(NamedTuple):
    """A package, the summary of the pinned versions, and all that differ in it."""

    package: str
    pinned: Summary
    every: list[Summary]

    @property
    def others(self) -> list[Summary]:
        """Those of other versions than the pinned one."""
        return [summary for summary in self.every if summary is not self.pinned]


def render(project: Project, known: Known) -> Rendered:
    """The parts of the page and its data; raises `Problems`."""
    found = read_summaries(project)
    pinned = pinned_of(project, found)
    held = series_of(found, pinned).items() if pinned else []
    every = [Series(package, pinned, series) for package, series in held if pinned]
    entries, sources = known.entries, sources_of(project, known.pairs)
    fragments = {
        "answer": "\n\n".join(map(_answer, every)) or NONE,
        "pairs": "\n\n".join(_pairs(s, entries, sources) for s in every),
        "steps": "\n\n".join(t for s in every for t in _steps(s, entries)),
        "signatures": "\n\n".join(map(_signatures, every)),
    }
    return Rendered(fragments, data={"versions": published(found, pinned)})


def _answer(series: Series) -> str:
    """In words how many pairs do otherwise, then by what, a row for each version."""
    package, pinned, _ = series
    title, version = called(package), pinned.versions[package]
    others = series.others
    counts = [f"{_counted(pinned, o)} with {o.versions[package]}" for o in others]
    same = [f"{called(n)} {pinned.versions[n]}" for n in pinned.named if n != package]
    fixed = f", each time on {' and '.join(same)}" if same else ""
    rows = [_totals(package, pinned, other) for other in others]
    return (
        f"**So many pairs do something else with another version of {title} than with "
        f"{version}: {', '.join(counts)}{fixed}.**\n\n"
        f"{table([title, 'Pairs', *KINDS.values()], rows)}"
    )


def _counted(pinned: Summary, other: Summary) -> str:
    found = changes(pinned, other)
    pairs = {change.subject for change in found if change.kind != "signature"}
    return f"{len(pairs)} of {len(comparable_pairs(pinned, other))}"


def _totals(package: str, pinned: Summary, other: Summary) -> list[str]:
    found = {(c.kind, c.subject) for c in changes(pinned, other)}
    kinds = Counter(kind for kind, _ in found)
    counts = [str(kinds[kind]) for kind in KINDS]
    return [other.versions[package], _counted(pinned, other), *counts]


def _pairs(series: Series, entries: list[Entry], sources: dict[str, str]) -> str:
    """A row for each pair that does otherwise with one of the versions."""
    package, pinned, held = series
    rows = []
    for entry in entries:
        known = history_of(package, entry.pair.name, pinned, held)
        if known is None:
            continue
        mark = f'<span id="versions-{entry.pair.anchor}">{entry.link}</span>'
        if pinned.pairs[entry.pair.name].source != sources[entry.pair.name]:
            rows.append([mark, "", STALE])
            continue
        others = "; ".join(f"{found}: {words}" for found, words in known.others)
        rows.append([mark, _span(known), others])
    if not rows:
        return "Every pair does the same with all of them."
    head = ["Pair", f"As shown with {called(package)}", "With others"]
    return unsearched(table(head, rows), "long-last")


def _span(known: History) -> str:
    if known.first == known.last:
        return known.first
    return f"{known.first} to {known.last}"


def _steps(series: Series, entries: list[Entry]) -> Iterator[str]:
    """A section for each version: what changed with it, the newest first."""
    package, _, held = series
    links = {entry.pair.name: entry.link for entry in entries}
    for older, newer in reversed(list(itertools.pairwise(held))):
        before, after = older.versions[package], newer.versions[package]
        anchor = f"{package}-{after}".replace(".", "-")
        yield f"### {called(package)} {after}, after {before} {{ #{anchor} }}"
        yield f"Measured {newer.measured}, on {newer.name.replace('_', ' and ')}."
        yield "\n".join(_step(older, newer, links)) or "No pair does otherwise."


def _step(older: Summary, newer: Summary, links: dict[str, str]) -> Iterator[str]:
    """For each kind of change a line with the pairs it was seen in."""
    found = changes(older, newer)
    for kind, title in KINDS.items():
        names = sorted({c.subject for c in found if c.kind == kind})
        shown = [
            code_span(name) if kind == "signature" else links[name]
            for name in names
            if kind == "signature" or name in links
        ]
        if shown:
            yield f"- {title}, {len(shown)}: {', '.join(shown)}"


def _signatures(series: Series) -> str:
    """The arguments that APIs had otherwise, with each of the versions."""
    package, pinned, _ = series
    parts = []
    for other in series.others:
        found = [c for c in changes(pinned, other) if c.kind == "signature"]
        rows = [
            [code_span(c.subject), _arguments(c.after), _arguments(c.before)]
            for c in found
        ]
        version, now = other.versions[package], pinned.versions[package]
        title = f"{called(package)} {version}: {len(rows)} APIs"
        head = ["API", f"Only in {version}", f"Only in {now}"]
        if rows:
            parts.append(folded(title, table(head, rows)))
    return "\n\n".join(parts) or "All have the same arguments with the same defaults."


def _arguments(text: str) -> str:
    return escape(text) if " " in text and "=" not in text else code_span(text)
