"""Fixtures that tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.project import Project
from tests.repository import RUNTIMES, Repository


@pytest.fixture
def repository(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A repository with runtimes that need no framework, and no pair yet."""
    (tmp_path / "runtimes.toml").write_text(RUNTIMES)
    (tmp_path / "snippets").mkdir()
    return Repository(Project(tmp_path), capsys)
