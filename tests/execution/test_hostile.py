"""Each hostile snippet ends as it declares, and nobody else notices it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.sandboxed import HOSTILE, NOBODY, Ended, expected, run_all

USERS = [os.getuid(), NOBODY] if os.getuid() == 0 else [os.getuid()]
MISSING = "no bubblewrap here, which the sandbox is made of: make tools"
pytestmark = pytest.mark.xdist_group("hostile")


@pytest.fixture(scope="module")
def everything() -> dict[int, Ended]:
    if shutil.which("bwrap") is None:
        pytest.fail(MISSING, pytrace=False)
    return run_all(USERS)


@pytest.fixture(scope="module", params=USERS, ids=lambda user: f"user {user}")
def ended(everything: dict[int, Ended], request: pytest.FixtureRequest) -> Ended:
    return everything[request.param]


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_status(ended: Ended, path: Path) -> None:
    name = f"hostile/{path.stem.replace('_', '-')}"
    assert ended.statuses.get(name) == expected(path), ended.printed


def test_the_others_end_as_they_would_alone(ended: Ended) -> None:
    sound = {s for name, s in ended.statuses.items() if name.startswith("sound/")}
    assert sound == {"ok"}


def test_the_others_leave_the_bytes_that_they_leave_alone(ended: Ended) -> None:
    assert len(ended.alone) == 2 * len(HOSTILE)
    assert ended.neighbours == ended.alone


def test_nothing_is_left_running(ended: Ended) -> None:
    assert ended.survivors == []


def test_nothing_outside_is_touched(ended: Ended) -> None:
    assert not ended.touched


def test_nobody_is_called(ended: Ended) -> None:
    assert ended.connections == 0
