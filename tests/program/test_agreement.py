"""When a fresh run counts as the same as its committed record."""

from __future__ import annotations

import pytest

from scripts.agreement import same_text


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
