"""The same `mkdocs.yml` under Zensical, which runs neither hooks nor mkdocs-jupyter.

What a page says of a pair therefore has to be in files before the builder starts.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.pairs import Pair
from scripts.results.certify import certificate_path
from tests.published import ADDRESS, BIN

START = '<div class="pair"'
COPIED = ("docs", "overrides", "build/fragments", "build/plain")
PAIRS = find_pairs(Project(HERE))
pytestmark = pytest.mark.xdist_group("zensical")  # one process builds and reads it


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as Zensical builds it; any warning fails."""
    folder = tmp_path_factory.mktemp("zensical")
    shutil.copy(HERE / "mkdocs.yml", folder)
    for name in COPIED:
        shutil.copytree(HERE / name, folder / name)
    done = subprocess.run(
        [BIN / "zensical", "build", "--strict"],
        cwd=folder,
        env=os.environ | {"SITE_URL": ADDRESS, "REPO_URL": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@cache
def published(name: str) -> dict[str, Any]:
    """A published pair, by its name."""
    text = (HERE / "docs" / "data" / "pairs.json").read_text(encoding="utf-8")
    return next(pair for pair in json.loads(text)["pairs"] if pair["name"] == name)


def shown(built: Path, pair: Pair) -> Tag:
    """The pair as it stands below its anchor; only this much of a page is parsed."""
    place = published(pair.name)
    text = (built / place["page"] / "index.html").read_text(encoding="utf-8")
    below = text.index(START, text.index(f'id="{place["anchor"]}"'))
    end = text.find(START, below + 1)
    found = BeautifulSoup(text[below : end if end > 0 else None], "html.parser").div
    assert found
    return found


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_pair_is_on_its_page_with_both_programs(built: Path, pair: Pair) -> None:
    found = shown(built, pair)
    for side, snippet in pair.snippets.items():
        cells = found.select(f".pair-cell.pair-{side} .highlight")
        codes = [cell.get_text().strip() for cell in cells]
        assert codes == [cell.code.strip() for cell in snippet.cells]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_pair_has_its_grade_and_every_comparison(built: Path, pair: Pair) -> None:
    found = shown(built, pair)
    certificate = json.loads(certificate_path(Project(HERE), pair.name).read_bytes())
    assert found["data-grade"] == certificate["grade"]
    text = found.get_text(" ")
    assert all(name in text for name in pair.declaration.compare)


def test_no_page_but_a_case_study_is_missing(built: Path, site: Path) -> None:
    both = [
        {page.relative_to(root).as_posix() for page in root.rglob("*.html")}
        for root in (site, built)
    ]
    assert {page.split("/")[0] for page in both[0] - both[1]} == {"notebooks"}
    assert both[1] <= both[0]


def test_what_is_served_as_files_is_the_same(built: Path, site: Path) -> None:
    for name in ("data", "downloads"):
        files = [f for f in (site / name).rglob("*") if f.suffix in {".json", ".zip"}]
        assert files
        for file in files:
            assert (built / file.relative_to(site)).read_bytes() == file.read_bytes()
