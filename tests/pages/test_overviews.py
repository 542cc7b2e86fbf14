"""What is generated about the whole set: named once, and made as it is named."""

from __future__ import annotations

import json
from collections import Counter

from scripts.pages.overviews.overview import OVERVIEWS, overview_paths
from tests.repository import Repository


def test_a_build_writes_every_file_that_is_named(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    paths = overview_paths(repository.project)
    assert [path for path in paths if not path.is_file()] == []
    drawn = set(repository.project.data.iterdir())
    drawn |= set(repository.project.fragments.glob("*.md"))
    drawn |= set(repository.project.plain.glob("*.md"))
    assert {path.name for path in drawn - {*paths}} <= {"changes.md"}


def test_no_two_overviews_name_one_file(repository: Repository) -> None:
    counts = Counter(overview_paths(repository.project))
    assert [path for path, count in counts.items() if count > 1] == []


def test_published_data_has_the_version_that_is_named(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    for overview in OVERVIEWS:
        for name, version in overview.data.items():
            path = repository.project.data / f"{name}.json"
            assert json.loads(path.read_bytes())["schema"] == version
