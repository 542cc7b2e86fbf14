"""Fixtures that tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.project import Project
from tests.published import published
from tests.repository import RUNTIMES, Repository


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A repository with runtimes that need no framework, and no pair yet."""
    (tmp_path / "runtimes.toml").write_text(RUNTIMES)
    (tmp_path / "snippets").mkdir()
    return Repository(Project(tmp_path), capsys)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built strictly and once, however many processes test it."""
    own = tmp_path_factory.getbasetemp()
    return published(own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)
