"""Fixtures that tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.published import published
from tests.repository import Repository, lay_out

# One test of these takes long; begun last, one process would be at it by itself.
LONG = {"test_mistakes.py", "test_runtimes.py", "test_determinism.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long; xdist in turn puts the largest groups first."""
    items.sort(key=lambda item: item.path.name not in LONG)


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A repository with runtimes that need no framework, and no pair yet."""
    return Repository(lay_out(tmp_path), capsys)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of this run of the tests see."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The site, built strictly and once, however many processes test it."""
    return published(shared)


@pytest.fixture(scope="session")
def folder(shared: Path) -> Path:
    """The site as `make offline` builds it, to open from the disk."""
    return published(shared, "folder", OFFLINE="true")
