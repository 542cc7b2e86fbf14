"""What was counted about the communities: read, shown, published, refused."""

from __future__ import annotations

import json
import shutil

import jsonschema
import pytest

from scripts.core.project import HERE, Project
from scripts.measurements.community import cells
from tests.repository import Repository


@pytest.fixture
def counted(repository: Repository) -> Repository:
    """The committed counts, in a repository with one pair."""
    source = Project(HERE).results / "community"
    shutil.copytree(source, repository.project.results / "community")
    repository.pair()
    return repository


def test_the_counts_stay_and_are_shown_and_published(counted: Repository) -> None:
    assert counted.run()[0] == 0
    assert (counted.project.results / "community" / "ranks.csv").exists()
    shown = (counted.project.fragments / "community-mentions.md").read_text()
    assert '<span id="cell-community-keras-mentions">782</span>' in shown
    path = counted.project.data / "community.json"
    content = json.loads(path.read_bytes())
    jsonschema.validate(
        content, json.loads(path.with_suffix(".schema.json").read_bytes())
    )
    assert sum(month["keras"] for month in content["months"]) == 782


def test_a_count_is_a_cell(counted: Repository) -> None:
    cell = cells(counted.project)["community/pytorch/mentions"]
    assert (cell.value, cell.text) == (6000, "6,000")
    assert cell.address == "measured/community/#cell-community-pytorch-mentions"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mentions", "framework,packages\nkeras,1\n"),
        ("ranks", "framework_mentioned,package\nkeras,keras\n"),
        ("releases", "package,releases\nkeras,many\n"),
    ],
)
def test_counts_that_cannot_be_used(counted: Repository, name: str, text: str) -> None:
    (counted.project.results / "community" / f"{name}.csv").write_text(text)
    code, printed = counted.run()
    assert code == 1
    assert printed.splitlines()[-1].startswith(f"results/community/{name}.csv: cannot")
    assert "see results/community/README.md" in printed
