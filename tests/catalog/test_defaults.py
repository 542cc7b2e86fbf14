"""When the defaults of two arguments count as equal."""

from __future__ import annotations

import pytest

from scripts.catalog.defaults import Argument


@pytest.mark.parametrize(
    ("ours", "theirs", "convention", "equal"),
    [
        ("1e-05", "1e-05", "", True),
        ("1", "1.0", "", True),
        ("1", "(1, 1)", "", True),
        ("'mean'", "'mean'", "", True),
        ("1e-05", "0.001", "", False),
        ("True", "None", "", False),
        ("required", "0.5", "", False),
        ("0.1", "0.1", "They weigh opposite things.", False),
    ],
)
def test_equal(ours: str, theirs: str, convention: str, equal: bool) -> None:
    assert Argument("a", "b", ours, theirs, convention).equal is equal
