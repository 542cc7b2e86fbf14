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
        ("0", "'valid'", "", False),
    ],
)
def test_equal(ours: str, theirs: str, convention: str, equal: bool) -> None:
    assert Argument("a", "b", ours, theirs, convention).equal is equal


@pytest.mark.parametrize(
    ("ours", "theirs", "equal"),
    [("0", "'valid'", True), ("1", "'valid'", False), ("0", "'same'", False)],
)
def test_padding_that_is_valid_is_none(ours: str, theirs: str, equal: bool) -> None:
    assert Argument("padding", "padding", ours, theirs, "").equal is equal


@pytest.mark.parametrize(
    ("ours", "theirs", "required"),
    [("required", "0.5", True), ("0.5", "required", True), ("0.5", "0.1", False)],
)
def test_what_has_no_default_has_to_be_given(
    ours: str, theirs: str, required: bool
) -> None:
    assert Argument("p", "rate", ours, theirs, "").required is required
