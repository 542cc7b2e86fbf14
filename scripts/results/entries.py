"""The pairs that a page shows, with what they gave: what every overview starts from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from scripts.core.problems import Problem
from scripts.core.project import Project, read_bytes
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import placement
from scripts.corpus.runtimes import Runtime, runtimes_of
from scripts.results.certify import Certificate, certificate_path, decode_certificate
from scripts.results.records import Record, decode, record_path

T = TypeVar("T")


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

    @property
    def address(self) -> str:
        """Where the pair stands, from the root of the site."""
        return f"{page_address(self.page)}#{self.pair.anchor}"


def page_address(page: str) -> str:
    """The address of a page below `docs/`, from the root of the site."""
    name = page.removesuffix(".md")
    return "" if name == "index" else f"{name.removesuffix('/index')}/"


def find_entries(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> list[Entry]:
    """The pairs that are on a page and have results, by topic and title."""
    entries = list(_entries(project, pairs, runtimes))
    return sorted(entries, key=lambda e: (e.pair.topic, _title(e), e.pair.name))


def _title(entry: Entry) -> str:
    return entry.pair.declaration.title.lower()


def _entries(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> Iterator[Entry]:
    pages = placement(project)
    for pair in pairs:
        certificate = read_certificate(project, pair)
        if certificate is None or pair.name not in pages:
            continue
        names = list(runtimes_of(pair, runtimes))
        records = read_records(project, pair, names)
        yield Entry(pair, pages[pair.name], certificate, records)


def read_records(
    project: Project, pair: Pair, runtimes: list[str]
) -> dict[str, Record]:
    """The committed records of a pair or case study, by runtime.

    Raises `Problem` where one cannot be read.
    """
    paths = {name: record_path(project, pair.name, name) for name in runtimes}
    found = {n: _read(project, pair, p, decode) for n, p in paths.items()}
    return {name: record for name, record in found.items() if record is not None}


def read_certificate(project: Project, pair: Pair) -> Certificate | None:
    """The committed certificate of a pair; None where there is none.

    Raises `Problem` where it cannot be read.
    """
    path = certificate_path(project, pair.name)
    return _read(project, pair, path, decode_certificate)


def _read(
    project: Project, pair: Pair, path: Path, decode: Callable[[bytes], T]
) -> T | None:
    data = read_bytes(path)
    try:
        return None if data is None else decode(data)
    except ValueError as error:
        remedy = f"make it again: python -m scripts run {pair.name}"
        raise Problem(project.show(path), f"cannot be read: {error}", remedy) from None
