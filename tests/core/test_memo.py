"""What takes long is answered once on a machine, and never wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.core import memo
from scripts.core.memo import remembered
from scripts.core.store import Store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setattr(memo, "STORE", Store(tmp_path / "memo"))
    return tmp_path / "memo"


def unwanted() -> str:
    raise AssertionError("asked again")


def test_a_question_is_answered_once() -> None:
    assert remembered("how much?", lambda: "seven\n") == "seven\n"
    assert remembered("how much?", unwanted) == "seven\n"


def test_another_question_has_an_answer_of_its_own() -> None:
    remembered("how much?", lambda: "seven")
    assert remembered("how many?", lambda: "eight") == "eight"


@pytest.mark.parametrize("damage", [b"", b"\n", b"seven", b"abc\nseven", b"\xff\n\xff"])
def test_a_damaged_answer_counts_as_none(folder: Path, damage: bytes) -> None:
    remembered("how much?", lambda: "seven")
    (kept,) = folder.iterdir()
    kept.write_bytes(damage)
    assert remembered("how much?", lambda: "eight") == "eight"
    assert remembered("how much?", unwanted) == "eight"


def test_a_cache_that_cannot_be_written_is_none(folder: Path) -> None:
    folder.write_text("a file where the folder would be")
    assert remembered("how much?", lambda: "seven") == "seven"
