"""What is told as a change between two sets of versions, and what is not."""

from __future__ import annotations

import pytest

from scripts.results.behaviour import Change, changes
from scripts.results.summaries import Compared, Ran, Summary
from tests.summaries import API, PAIR, summary

RUNTIME = "keras-torch"
FAILED = Ran(failed="error: TypeError: gone")
RAISED = Ran(raised="ValueError: not so")
WARNED = Ran(printed=["loss 0.5"], warnings=["UserWarning: old"])
DEFAULT = Ran(printed=["loss 0.5"], defaults={"epsilon": "1e-07", "axis": "-1"})
OTHER = Ran(printed=["loss 0.5"], defaults={"epsilon": "0.001", "axis": "-1"})


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (
            summary("1"),
            summary("2", FAILED),
            Change("run", PAIR, RUNTIME, "runs", "error: TypeError: gone"),
        ),
        (
            summary("1", FAILED),
            summary("2"),
            Change("run", PAIR, RUNTIME, "error: TypeError: gone", "runs"),
        ),
        (
            summary("1", RAISED),
            summary("2", Ran(raised="ValueError: other")),
            Change(
                "run",
                PAIR,
                RUNTIME,
                "raises ValueError: not so",
                "raises ValueError: other",
            ),
        ),
        (
            summary("1"),
            summary("2", grade="settable"),
            Change("grade", PAIR, "", "identical", "settable"),
        ),
        (
            summary("1"),
            summary("2", compared=Compared(0.25, False)),
            Change(
                "number",
                PAIR,
                RUNTIME,
                "`value` equals PyTorch's",
                "`value` differs by 0.25 from PyTorch's",
            ),
        ),
        (
            summary("1", compared=Compared(0.2, False)),
            summary("2", compared=Compared(0.25, False)),
            Change(
                "number",
                PAIR,
                RUNTIME,
                "`value` differs by 0.2 from PyTorch's",
                "`value` differs by 0.25 from PyTorch's",
            ),
        ),
        (
            summary("1"),
            summary("2", Ran(printed=["loss 0.6"])),
            Change("output", PAIR, RUNTIME, "loss 0.5", "loss 0.6"),
        ),
        (
            summary("1"),
            summary("2", Ran(printed=["loss 0.5", "and more"])),
            Change("output", PAIR, RUNTIME, "nothing", "and more"),
        ),
        (
            summary("1"),
            summary("2", WARNED),
            Change("warning", PAIR, RUNTIME, "nothing", "UserWarning: old"),
        ),
        (
            summary("1", DEFAULT),
            summary("2", OTHER),
            Change("default", PAIR, RUNTIME, "epsilon=1e-07", "epsilon=0.001"),
        ),
        (
            summary("1"),
            summary("2", arguments={"units": "required", "bias": "True"}),
            Change("signature", API, "", "nothing", "bias=True"),
        ),
    ],
)
def test_each_kind_of_change_says_what_was_and_what_is(
    before: Summary, after: Summary, change: Change
) -> None:
    assert changes(before, after) == [change]


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(summary("2"), id="the same"),
        pytest.param(summary("2", compared=Compared(3e-7, True)), id="rounding"),
        pytest.param(summary("2", Ran(printed=["loss 0.5001"])), id="a last digit"),
        pytest.param(summary("2", FAILED, source="ba9876543210"), id="edited"),
    ],
)
def test_rounding_and_edited_pairs_are_no_change(after: Summary) -> None:
    assert changes(summary("1"), after) == []


def test_an_api_that_is_new_is_told() -> None:
    before = summary("1")
    before.signatures[API] = None
    assert changes(before, summary("2")) == [
        Change("signature", API, "", "no such API", "there")
    ]
