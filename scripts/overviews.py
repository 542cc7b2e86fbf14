"""Pages about all pairs at once: the dictionary and the defaults that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from scripts.certify import Certificate, Comparison, certificate_path, is_naive
from scripts.defaults import Argument, compared_arguments
from scripts.documentation import keras_page, torch_page
from scripts.markup import encode, number, prose
from scripts.pairs import Pair
from scripts.plan import placement
from scripts.project import Project, read_bytes
from scripts.records import Record, decode, record_path
from scripts.runtimes import Runtime, backend_of, runtimes_of


@dataclass(frozen=True)
class Entry:
    """A pair as the overviews see it, with the page that shows it."""

    pair: Pair
    page: str
    certificate: Certificate
    records: dict[str, Record]

    @property
    def link(self) -> str:
        """A Markdown link to the pair."""
        return f"[{self.pair.declaration.title}](/{self.page}#{self.pair.anchor})"


def render_overviews(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> dict[Path, bytes]:
    """The generated Markdown of the dictionary and of the defaults page."""
    entries = list(_entries(project, pairs, runtimes))
    entries.sort(key=lambda e: (e.pair.topic, e.pair.declaration.title.lower()))
    texts = {"dictionary": _dictionary(entries), "defaults": _defaults(entries)}
    return {project.fragments / f"{n}.md": t.encode() for n, t in texts.items()}


def _entries(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> Iterator[Entry]:
    """The pairs that are on a page and have results."""
    pages = placement(project)
    for pair in pairs:
        data = read_bytes(certificate_path(project, pair.name))
        if data is None or pair.name not in pages:
            continue
        certificate = msgspec.json.decode(data, type=Certificate)
        paths = {
            name: record_path(project, pair.name, name)
            for name in runtimes_of(pair, runtimes)
        }
        records = {n: decode(p.read_bytes()) for n, p in paths.items() if p.exists()}
        yield Entry(pair, pages[pair.name], certificate, records)


def _unsearched(table: str) -> str:
    """A table whose content search finds where it comes from, not here."""
    return f"<div data-search-exclude markdown>\n\n{table}\n</div>\n"


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _dictionary(entries: list[Entry]) -> str:
    head = ["Topic", "Concept", "PyTorch", "Keras", "Grade"]
    head += ["As first written", "Once matched", "Backends"]
    table = _table(head, [_row(entry) for entry in entries])
    told = f"{_shares(entries)}\n\n{len(entries)} concepts."
    count = '{ .filter-count data-noun="concepts" data-choices="topic grade" }'
    return f"{told}\n{count}\n\n{_unsearched(table)}"


def _shares(entries: list[Entry]) -> str:
    """How much was compared in numbers, and on how many backends."""
    compared = [e for e in entries if e.pair.declaration.compare]
    every = [e for e in compared if not e.pair.declaration.runtimes]
    return (
        f"{len(compared)} of {len(entries)} concepts are compared number by number, "
        f"{len(every)} of them ({len(every) / (len(compared) or 1):.0%}) on every "
        "backend of Keras; the others say on which, and why."
    )


def _row(entry: Entry) -> list[str]:
    told = entry.pair.declaration
    found = [c for row in entry.certificate.comparisons.values() for c in row]
    other = " ".join(told.aliases)
    return [
        entry.pair.topic,
        f'{entry.link}<span class="aliases" hidden>{encode(other)}</span>',
        _name(told.pytorch, told.missing == "pytorch"),
        _name(told.keras, told.missing == "keras"),
        entry.certificate.grade,
        _largest([c for c in found if is_naive(c.name)]),
        _largest([c for c in found if not is_naive(c.name)]),
        ", ".join(backend_of(name) for name in entry.certificate.comparisons),
    ]


def _name(api: str, missing: bool) -> str:
    return f"no twin; instead `{api}`" if missing else f"`{api}`"


def _largest(found: list[Comparison]) -> str:
    return number(max(c.largest for c in found)) if found else ""


def _defaults(entries: list[Entry]) -> str:
    head = ["Concept", "PyTorch", "Default", "Keras", "Default", "Convention"]
    compared = [(e, a) for e in entries for a in compared_arguments(e.pair, e.records)]
    differing = [_argument(e, a) for e, a in compared if not a.equal]
    told = f"{len(differing)} of {len(compared)} compared arguments differ."
    return f"{told}\n\n{_table(head, differing)}"


def _argument(entry: Entry, argument: Argument) -> list[str]:
    told = entry.pair.declaration
    return [
        entry.link,
        _documented(argument.pytorch, torch_page(told.pytorch)),
        f"`{argument.pytorch_default}`",
        _documented(argument.keras, keras_page(told.keras)),
        f"`{argument.keras_default}`",
        str(prose(argument.convention)),
    ]


def _documented(name: str, address: str) -> str:
    return f"[`{name}`]({address})" if address else f"`{name}`"
