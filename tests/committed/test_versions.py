"""The summaries of versions: what they say of the pinned versions is what was run."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from packaging.version import Version

from scripts.build.versions.behaviour import ran_of
from scripts.core.project import Project
from scripts.corpus.find import find_pairs
from scripts.corpus.runtimes import read_pins, read_runtimes
from scripts.pages.measured.version_history import pinned_of, series_of
from scripts.results.certify import Certificate, certificate_path
from scripts.results.records import decode, record_path
from scripts.results.runs import source_of
from scripts.results.summaries import (
    Summary,
    decode_summary,
    read_summaries,
    summary_paths,
)

PROJECT = Project()
COMPACT = 500_000


@pytest.fixture
def pinned() -> Summary:
    found = pinned_of(PROJECT, read_summaries(PROJECT))
    assert found, "the pinned versions have no summary: make upgrade"
    return found


@pytest.mark.parametrize("path", summary_paths(PROJECT), ids=lambda path: path.stem)
def test_a_summary_is_sound_and_compact(path: Path) -> None:
    data = path.read_bytes()
    assert decode_summary(path, data).pairs
    assert len(data) < COMPACT


def test_at_least_two_earlier_releases_of_keras_3_were_measured(
    pinned: Summary,
) -> None:
    series = series_of(read_summaries(PROJECT), pinned)["keras"]
    now = Version(read_pins(PROJECT)["keras"])
    earlier = [v for s in series if (v := Version(s.versions["keras"])) < now]
    assert len(earlier) >= 2
    assert all(version.major == 3 for version in earlier)


def test_the_summary_of_the_pinned_versions_says_what_the_records_say(
    pinned: Summary,
) -> None:
    """Of pairs that were not edited since; those are measured by `make upgrade`."""
    runtimes = read_runtimes(PROJECT)
    checked = 0
    for pair in find_pairs(PROJECT):
        held = pinned.pairs.get(pair.name)
        if held is None or held.source != source_of(pair, runtimes):
            continue
        data = certificate_path(PROJECT, pair.name).read_bytes()
        comparisons = msgspec.json.decode(data, type=Certificate).comparisons
        for runtime, ran in held.runs.items():
            record = decode(record_path(PROJECT, pair.name, runtime).read_bytes())
            assert ran.warnings == ran_of(record).warnings, pair.name
            assert ran.defaults == record.defaults, pair.name
            assert bool(ran.raised) == bool(record.raised), pair.name
        for runtime, values in held.compared.items():
            equal = {c.name: c.equal for c in comparisons[runtime]}
            assert {n: c.equal for n, c in values.items()} == equal, pair.name
            checked += 1
    assert checked > 0
