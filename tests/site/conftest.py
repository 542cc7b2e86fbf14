"""A small site below a path, served as `make serve` does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.served import Served, serving
from tests.small_checkout import configure, small_checkout

PAIRS = ("saved", "failing", "spoilt", "away", "crashing", "claimed")
PATH = "below/here/"


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests, each of which saves what is its own."""
    root = small_checkout(tmp_path_factory.mktemp("served") / "checkout", PAIRS)
    with serving(root, configure(root, PATH), PATH) as server:
        yield server
