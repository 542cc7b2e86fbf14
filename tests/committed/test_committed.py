"""Every pair has current results, comes out as declared, and is on a page."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_all, find_pairs
from scripts.corpus.pairs import SIDES, Pair
from scripts.corpus.placement import INCLUDED
from scripts.corpus.runtimes import read_pins, read_runtimes, runtimes_of
from scripts.measurements.debugging import Row, read_debugging
from scripts.results.certify import (
    Certificate,
    broken_promises,
    certificate_path,
    certify,
)
from scripts.results.entries import read_records
from scripts.results.mistake_outcomes import caught_in
from scripts.results.records import decode, encode, record_path
from scripts.results.runs import runs_of

PROJECT = Project(HERE)
PAIRS = find_pairs(PROJECT)
RUNTIMES = read_runtimes(PROJECT)
PINS = read_pins(PROJECT)
MEASURED = read_debugging(PROJECT)
DEBUGGED = find_all(PROJECT, ["mistakes", "breakpoints"])
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)


@each_pair
def test_every_record_is_current(pair: Pair) -> None:
    for run in runs_of(pair, RUNTIMES, PINS):
        path = record_path(PROJECT, pair.name, run.runtime)
        record = decode(path.read_bytes())
        assert record.key == run.key, f"{path} is out of date: make run"
        assert record.versions == run.versions


@each_pair
def test_the_certificate_follows_from_the_records_as_declared(pair: Pair) -> None:
    records = {
        name: decode(record_path(PROJECT, pair.name, name).read_bytes())
        for name in runtimes_of(pair, RUNTIMES)
    }
    certificate = certify(PROJECT, pair, records)
    assert broken_promises(PROJECT, pair, certificate) == []
    committed = certificate_path(PROJECT, pair.name).read_bytes()
    assert committed == encode(certificate)


@cache
def included() -> dict[str, list[str]]:
    """The pages that include a pair, by the pair; every page is read once."""
    found: dict[str, list[str]] = {}
    for page in (HERE / "docs").rglob("*.md"):
        for topic, name in INCLUDED.findall(page.read_text(encoding="utf-8")):
            found.setdefault(f"{topic}/{name}", []).append(page.name)
    return found


@each_pair
def test_every_pair_is_on_exactly_one_page(pair: Pair) -> None:
    shown = included().get(pair.name, [])
    assert len(shown) == 1, f"{pair.name} is on {shown or 'no page'}"


@each_pair
def test_what_is_printed_fits_the_page(pair: Pair) -> None:
    """A pair is read in one screen: see "A snippet" in .github/guides/pair.md."""
    for run in runs_of(pair, RUNTIMES, PINS):
        record = decode(record_path(PROJECT, pair.name, run.runtime).read_bytes())
        printed = [line for output in record.outputs for line in output.stdout]
        assert len(printed) <= 12, f"{run.name} prints {len(printed)} lines"


@pytest.mark.parametrize(
    "pair", find_all(PROJECT, ["mistakes", "breakpoints"]), ids=lambda p: p.name
)
def test_what_is_measured_about_debugging_is_current(pair: Pair) -> None:
    for run in runs_of(pair, RUNTIMES, PINS):
        path = record_path(PROJECT, pair.name, run.runtime)
        assert decode(path.read_bytes()).key == run.key, f"{path}: make run"


@pytest.mark.parametrize("row", MEASURED.rows, ids=lambda row: row.mistake.name)
def test_a_mended_mistake_is_silent_and_ends_as_it_should(row: Row) -> None:
    """Else a warning or a printed line would be counted that is not the mistake's."""
    assert row.seen.keys() == RUNTIMES.keys()
    mended = read_records(PROJECT, row.mistake.mended, list(RUNTIMES))
    for name, record in mended.items():
        assert record.raised is None, name
        assert [o.warnings for o in record.outputs] == [[], []], name
        assert row.seen[name].mended, name
        assert caught_in(row.made[name]) == row.mistake.declaration.caught[name]


def test_mistakes_and_modes_are_many_and_run_everywhere() -> None:
    assert len(MEASURED.rows) >= 18
    assert MEASURED.stops["Trained as usual"].keys() == RUNTIMES.keys()


@pytest.mark.parametrize("side", SIDES)
def test_snippets_are_short(side: str) -> None:
    lines = {p.name: len(p.snippets[side].text.splitlines()) for p in PAIRS}
    assert {name: n for name, n in lines.items() if n > 70} == {}


def test_there_are_pairs_enough_and_most_are_compared_by_number() -> None:
    compared = [
        msgspec.json.decode(
            certificate_path(PROJECT, p.name).read_bytes(), type=Certificate
        )
        for p in PAIRS
    ]
    assert len(PAIRS) >= 30
    assert sum(c.grade != "illustrative" for c in compared) > 0.8 * len(PAIRS)
