"""How far runs are, where several batches of them are made one after another."""

from __future__ import annotations

import sys
from typing import Any, cast

import pytest

from scripts.cli.progress import Progress


class Named:
    """A run, or how it ended."""

    name, status = "topic/pair on pytorch", "ok"


def make(progress: Progress, count: int) -> None:
    run = cast(Any, Named())
    progress.start([run] * count)
    for _ in range(count):
        progress.advance(run, run)


def test_each_batch_is_counted_from_its_first_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with Progress() as progress:
        make(progress, 1)
        make(progress, 2)
    counts = [line.split("]")[0] for line in capsys.readouterr().err.splitlines()]
    assert counts == ["[1/1", "[1/2", "[2/2"]


def test_on_a_terminal_each_batch_has_a_bar_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with Progress() as progress:
        make(progress, 1)
        first = progress.bar
        make(progress, 2)
        assert progress.bar
        assert progress.bar is not first
        assert progress.bar.tasks[0].completed == 2
