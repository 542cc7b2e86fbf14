"""The pairs of the built site: shown whole, taken away, and found."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

import nbformat
import pytest

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.pairs import Pair
from scripts.pages.paths import download_paths

PAIRS = find_pairs(Project(HERE))
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


@cache
def pages_by_pair(site: Path) -> dict[str, list[str]]:
    """The HTML of the pages that show a pair, by its name; every page is read once."""
    found: dict[str, list[str]] = {}
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for name in set(re.findall(r'data-pair="([^"]+)"', text)):
            found.setdefault(name, []).append(text)
    return found


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_pair_is_shown_whole(site: Path, pair: Pair) -> None:
    """Its address, and every download: the programs as they are in the source."""
    (text,) = pages_by_pair(site)[pair.name]
    assert f'id="{pair.anchor}"' in text
    for made in download_paths(Project(HERE), pair):
        served = site / "downloads" / pair.name / made.name
        assert served.read_bytes() == made.read_bytes()
        assert f"downloads/{pair.name}/{made.name}" in text
    for snippet in pair.snippets.values():
        copy = site / "downloads" / pair.name / snippet.path.name
        assert copy.read_text(encoding="utf-8") == snippet.text


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_notebooks_of_a_pair_are_valid_and_hold_its_programs(
    site: Path, pair: Pair
) -> None:
    for side, snippet in pair.snippets.items():
        path = site / "downloads" / pair.name / f"in_{side}.ipynb"
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook)
        codes = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        whole = [snippet.preamble] if snippet.preamble else []
        assert codes == whole + [cell.code for cell in snippet.cells]


def test_notebooks_of_pairs_are_files_and_not_pages(site: Path) -> None:
    assert [*(site / "downloads").rglob("*.html")] == []
    assert len([*(site / "downloads").rglob("in_*.ipynb")]) == 2 * len(PAIRS)


def test_what_is_generated_is_not_seen_by_git(site: Path) -> None:
    """Whatever a build writes below `docs/`, `git status` stays clean."""
    command = ["git", "ls-files", "--others", "--exclude-standard", "docs/downloads"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, check=False)
    assert done.stdout == b""


def test_the_dictionary_has_a_row_for_every_pair(site: Path) -> None:
    """Complete without JavaScript, sorted, each row leading to its pair."""
    text = (site / "dictionary" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<td><a href="[^"]*#([a-z0-9-]+)">', text)
    assert sorted(links) == sorted(pair.anchor for pair in PAIRS)
    topics = re.findall(r"<tr>\s*<td>([a-z]+)</td>", text)
    assert topics == sorted(topics)
    assert len(topics) == len(PAIRS)


def test_the_dictionary_says_what_was_compared_where(site: Path) -> None:
    compared = [p for p in PAIRS if p.declaration.compare]
    every = [p for p in compared if not p.declaration.runtimes]
    text = (site / "dictionary" / "index.html").read_text(encoding="utf-8")
    assert f"{len(compared)} of {len(PAIRS)} concepts are compared" in text
    assert f"{len(every)} of them ({len(every) / len(compared):.0%})" in text


@pytest.mark.parametrize(
    "word", ["BatchNorm2d", "BatchNormalization", "bn", "running_var"]
)
def test_a_row_is_found_by_the_names_of_both_sides(site: Path, word: str) -> None:
    text = (site / "dictionary" / "index.html").read_text(encoding="utf-8")
    rows = [row for row in text.split("<tr>") if '#layers-batch-normalization"' in row]
    assert len(rows) == 1
    assert word in rows[0]
