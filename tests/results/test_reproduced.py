"""When a fresh run counts as the same as its committed record."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from scripts.results.records import Figure, Output, Record, Series, Value
from scripts.results.reproduced import disagreement, same_text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("loss 0.1234", "loss 0.1235"),
        ("[1.000 -2.5e-3]", "[0.999 -2.5e-3]"),
        ("0.0000001", "-0.0000002"),
        ("tensor([0.5000])", "tensor([0.5001])"),
    ],
)
def test_last_digits_may_differ(one: str, other: str) -> None:
    assert same_text(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("loss 0.1234", "loss 0.1247"),
        ("12 steps", "13 steps"),
        ("version 3.15", "version 3.16"),
        ("0.5", "a 0.5"),
        ("0.50 0.10", "0.50"),
        ("float32", "float16"),
        ("1.0", "-1.0"),
    ],
)
def test_anything_else_may_not(one: str, other: str) -> None:
    assert not same_text(one, other)


FIGURE = Figure("Loss", "epoch", "loss", [Series("a", [0.0, 1.0], [2.0, 0.5])])
MATRIX = Figure("Hits", "predicted", "true", [], [[5.0, 2.0], [0.0, 3.0]])


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (FIGURE, replace(FIGURE, series=[]), "the figures are others"),
        (
            FIGURE,
            replace(FIGURE, series=[Series("a", [0.0, 1.0], [2.0, 0.51])]),
            "the line 'a' of 'Loss' has moved",
        ),
        (MATRIX, replace(MATRIX, matrix=[[5.0, 2.0]]), "the figures are others"),
        (
            MATRIX,
            replace(MATRIX, matrix=[[5.0, 2.0], [1.0, 3.0]]),
            "the matrix of 'Hits' differs",
        ),
    ],
)
def test_a_figure_that_changed_is_noticed(one: Figure, other: Figure, why: str) -> None:
    assert disagreement(record(one), record(one)) == ""
    assert disagreement(record(one), record(other)) == f"cell 1: {why}"


@pytest.mark.parametrize("number", [1e-3, 0.25, 7.0, 3e4])
def test_a_change_of_one_percent_is_noticed_wherever_it_is(number: float) -> None:
    """Beside others of its size; noise is told by the largest of a value."""
    one, other = (measured([1.5 * number, x]) for x in (number, 1.01 * number))
    assert disagreement(one, one) == ""
    assert disagreement(one, other) == "value differs"
    one, other = (
        replace(measured([]), outputs=shown(x)) for x in (number, 1.01 * number)
    )
    assert disagreement(one, other).startswith("cell 1: stdout was")


def test_of_a_whole_training_the_numbers_in_figures_may_differ() -> None:
    longer = replace(FIGURE, series=[Series("a", [0.0, 1.0, 2.0], [2.0, 0.6, 0.5])])
    assert disagreement(record(FIGURE), record(longer), drawn=False) == ""
    assert disagreement(record(FIGURE), record(MATRIX), drawn=False) != ""


def measured(numbers: list[float]) -> Record:
    """A record of one compared value."""
    told = " ".join(map(repr, numbers))
    value = Value("float64", [len(numbers)], told)
    return Record(2, "key", "pytorch", {}, [], {"value": value})


def shown(number: float) -> list[Output]:
    return [Output(stdout=[f"it is {number:.6f}"])]


def record(figure: Figure) -> Record:
    return Record(2, "key", "pytorch", {}, [Output(figures=[figure])], {})
