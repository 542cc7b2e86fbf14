"""Every pair has current results, comes out as declared, and is on a page."""

from __future__ import annotations

import msgspec
import pytest

from scripts.certify import (
    Certificate,
    broken_promises,
    certificate_path,
    certify,
)
from scripts.pairs import SIDES, Pair, find_pairs
from scripts.plan import INCLUDED
from scripts.project import HERE, Project
from scripts.records import decode, encode, record_path
from scripts.runs import runs_of
from scripts.runtimes import read_pins, read_runtimes, runtimes_of

PROJECT = Project(HERE)
PAIRS = find_pairs(PROJECT)
RUNTIMES = read_runtimes(PROJECT)
PINS = read_pins(PROJECT)
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


@each_pair
def test_every_pair_is_on_exactly_one_page(pair: Pair) -> None:
    shown = [
        page.name
        for page in (HERE / "docs").rglob("*.md")
        for topic, name in INCLUDED.findall(page.read_text(encoding="utf-8"))
        if f"{topic}/{name}" == pair.name
    ]
    assert len(shown) == 1, f"{pair.name} is on {shown or 'no page'}"


@each_pair
def test_what_is_printed_fits_the_page(pair: Pair) -> None:
    """A pair is read in one screen: see "A snippet" in CONTRIBUTING.md."""
    for run in runs_of(pair, RUNTIMES, PINS):
        record = decode(record_path(PROJECT, pair.name, run.runtime).read_bytes())
        printed = [line for output in record.outputs for line in output.stdout]
        assert len(printed) <= 12, f"{run.name} prints {len(printed)} lines"


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
