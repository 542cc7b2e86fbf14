"""Measuring: what the numbers of rounds become, and when nothing is measured."""

from __future__ import annotations

import numpy as np
import pytest

from scripts.core.problems import Problems
from scripts.measurements.ladder import RUNGS
from scripts.measurements.timing.messages import Prepared
from scripts.measurements.timing.same_results import check_same_results
from scripts.measurements.timing.statistics import measured, timing
from scripts.measurements.timing.workloads.numbers import SIZES, examples, weights


def test_an_interval_holds_its_median_and_narrows_with_more_rounds() -> None:
    rng = np.random.default_rng(0)
    few, many = (list(rng.normal(1, 0.1, count)) for count in (10, 200))
    assert measured(few).low < np.median(few) < measured(few).high
    assert measured(many).high - measured(many).low < 0.06
    assert measured(few).high - measured(few).low > 0.06


def test_the_same_rounds_give_the_same_interval() -> None:
    rounds = [0.1, 0.2, 0.15, 0.3, 0.12]
    assert measured(rounds) == measured(rounds)
    assert measured([0.1, 0.1]).low == measured([0.1, 0.1]).high == 0.1


def test_a_ratio_is_taken_within_a_round() -> None:
    """A machine that slows down meets both: their ratio does not change."""
    slower = [1.0, 2.0, 4.0, 8.0]
    told = timing([2 * seconds for seconds in slower], slower)
    assert (told.ratio.low, told.ratio.median, told.ratio.high) == (2, 2, 2)
    assert told.step.low < told.step.high
    assert told.rounds == [2.0, 4.0, 8.0, 16.0]


def prepared(losses: list[float], outputs: list[float]) -> Prepared:
    return Prepared(0.1, 0.2, losses, outputs)


def test_rungs_that_agree_are_timed() -> None:
    rungs = {
        "pytorch-eager": prepared([2.3], [0.5, -0.5]),
        "keras-jax-fit": prepared([2.3001], [0.50001, -0.5]),
    }
    check_same_results("mlp", rungs)


@pytest.mark.parametrize(
    ("losses", "outputs", "told"),
    [
        ([2.4], [0.5, -0.5], "losses differ from those of pytorch-eager by 0.1"),
        ([2.3], [0.5, 0.5], "outputs differ from those of pytorch-eager by 1"),
        ([float("nan")], [0.5, -0.5], "losses differ"),
        ([2.3], [0.5], "outputs are 1 numbers, and 2 in pytorch-eager"),
    ],
)
def test_a_rung_that_computes_something_else_is_refused(
    losses: list[float], outputs: list[float], told: str
) -> None:
    rungs = {
        "pytorch-eager": prepared([2.3], [0.5, -0.5]),
        "keras-jax-fit": prepared(losses, outputs),
    }
    with pytest.raises(Problems, match="mlp/keras-jax-fit: " + told):
        check_same_results("mlp", rungs)


@pytest.mark.parametrize("workload", RUNGS)
def test_data_and_weights_are_the_same_each_time(workload: str) -> None:
    size = SIZES[workload]
    (x, y), (again, _) = examples(workload, size), examples(workload, size)
    assert len(x) == len(y) == size.batch * size.steps
    assert np.array_equal(x, again)
    for name, values in weights(workload).items():
        assert np.array_equal(values, weights(workload)[name])
        assert values.dtype == np.float32
