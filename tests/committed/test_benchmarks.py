"""What was timed: the committed file of the project's own machine is whole."""

from __future__ import annotations

import pytest

from scripts.core.project import HERE, Project
from scripts.measurements.benchmarks import Benchmarks, Timing
from scripts.measurements.ladder import REFERENCE
from scripts.measurements.speed import OWN, machines
from scripts.measurements.timing.statistics import timing
from scripts.measurements.timing.workloads.numbers import SIZES


@pytest.fixture(scope="module")
def own() -> Benchmarks:
    found = machines(Project(HERE))
    assert found, "no machine has been measured: python -m scripts bench"
    return found[0]


def groups(results: Benchmarks) -> list[dict[str, Timing]]:
    """What was measured in the same rounds."""
    workloads = results.workloads.values()
    timed = [{name: rung.timing for name, rung in rungs.items()} for rungs in workloads]
    return [*timed, *results.sweep.values()]


def test_claims_cite_a_machine_that_was_measured(own: Benchmarks) -> None:
    assert own.machine.name == OWN
    assert not own.session.commit.endswith("-dirty")


def test_it_measured_the_workloads_as_they_are(own: Benchmarks) -> None:
    assert own.sizes == {name: size.batch for name, size in SIZES.items()}


def test_every_interval_follows_from_the_rounds(own: Benchmarks) -> None:
    for group in groups(own):
        reference = group[REFERENCE].rounds
        assert len(reference) == own.session.rounds
        for name, told in group.items():
            again = timing(told.rounds, reference)
            assert again.step.median == pytest.approx(told.step.median), name
            assert again.ratio.low == pytest.approx(told.ratio.low), name
            assert again.ratio.high == pytest.approx(told.ratio.high), name
