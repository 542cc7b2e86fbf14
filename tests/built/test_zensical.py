"""The same `mkdocs.yml` under Zensical, which runs neither hooks nor mkdocs-jupyter.

What a page says of a pair therefore has to be in files before the builder starts, and
all that is done to what it wrote is done by `finish`, as to what MkDocs wrote.
"""

from __future__ import annotations

import json
import re
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
from scripts.pages.overviews.glossary import abbreviations_path
from scripts.results.certify import certificate_path
from scripts.site.checks.site_check import check_site
from scripts.site.finish.steps import finish
from tests.built.test_pages import allow_own_scripts
from tests.built.test_weight import FIRST, NEXT, fetched, own, pages, too_heavy, weight
from tests.published import ADDRESS, BIN

START = '<div class="pair"'
COPIED = ("docs", "overrides", "snippets", "results", "build/fragments", "build/plain")
TOLD = re.compile(
    r'<meta (?:name|property)="(?:og:|description|shown|twitter)[^>]*>'
    r'|<link rel="(?:alternate |canonical)"[^>]*>'
)
PAIRS = find_pairs(Project(HERE))
pytestmark = pytest.mark.xdist_group("zensical")  # one process builds and reads it


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """All that a site is made from."""
    root = tmp_path_factory.mktemp("zensical")
    for name in COPIED:
        shutil.copytree(HERE / name, root / name)
    for path in (HERE / "mkdocs.yml", abbreviations_path(Project(HERE))):
        shutil.copy(path, root / path.relative_to(HERE))
    return Project(root)


@pytest.fixture(scope="module")
def built(project: Project) -> Path:
    """The site as Zensical builds it, any warning fails, and finished."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", ADDRESS)
        patch.setenv("REPO_URL", "")
        done = subprocess.run(
            [BIN / "zensical", "build", "--strict"],
            cwd=project.root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        finish(project, project.root / "site")
    return project.root / "site"


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


def test_nothing_is_wrong_but_that_case_studies_are_missing(
    project: Project, built: Path
) -> None:
    """Links, policy, scripts, hosts, sizes, keys and records, as `make site` looks."""
    found = check_site(project, built)
    studies = {
        f"docs/notebooks/{path.name}" for path in project.notebooks.glob("*.ipynb")
    }
    assert studies
    assert {problem.where for problem in found} == studies
    assert all(problem.what.startswith("has no page: ") for problem in found)


def test_the_search_knows_the_same(built: Path, site: Path) -> None:
    ours = json.loads((site / "search/search_index.json").read_bytes())["docs"]
    theirs = json.loads((built / "search.json").read_bytes())["items"]
    told = [
        [(e["location"], e["title"], e["text"]) for e in entries]
        for entries in (ours, theirs)
    ]
    pages = [e for e in told[0] if not e[0].startswith("notebooks/")]
    assert sorted(told[1]) == sorted(pages)


def test_a_visit_weighs_no_more_but_for_the_script_of_the_theme(
    built: Path, site: Path
) -> None:
    """Zensical's is 22 kB heavier than Material's, which only its makers can change."""
    scripts = [
        next((root / "assets/javascripts").glob("bundle.*.min.js"))
        for root in (built, site)
    ]
    more = weight(scripts[0]) - weight(scripts[1])
    first = {page: fetched(built, page) for page in pages(built)}
    assert too_heavy(built, FIRST + more, first) == []
    following = {page: own(built, page) for page in pages(built)}
    assert too_heavy(built, NEXT, following) == []


def test_every_page_allows_its_own_scripts_and_no_other(built: Path) -> None:
    allow_own_scripts(built)


def test_every_page_has_its_markdown_and_says_what_it_is(
    built: Path, site: Path
) -> None:
    """The same head as that of MkDocs: description, card, feeds, key."""
    for path in built.rglob("index.html"):
        names = ("index.md", "index.html")
        theirs, ours = (
            [(root / path.relative_to(built)).with_name(n).read_text() for n in names]
            for root in (built, site)
        )
        assert theirs[0].replace(".ipynb", "/index.md") == ours[0]
        assert told(theirs[1]) == told(ours[1])


def told(html: str) -> list[str]:
    """What the head of a page says of it."""
    head = html.partition("</head>")[0]
    return TOLD.findall(head)


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
