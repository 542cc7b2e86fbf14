"""The pages of the built site: whole, each once, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.project import HERE, Project
from tests.navigation import nav
from tests.published import ADDRESS, assert_every_link_leads_somewhere

STUDIES = sorted(path.stem for path in Project(HERE).notebooks.glob("*.py"))
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


def test_every_link_and_anchor_of_the_html_leads_somewhere(site: Path) -> None:
    root = ["--root-dir", str(site), "--index-files", "index.html"]
    remap = ["--remap", f"{ADDRESS} file://{site}/"]
    assert_every_link_leads_somewhere(site, *root, *remap)


def test_no_two_pages_have_one_address(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    found = [str(node.text).lower() for node in tree.iter() if node.tag.endswith("loc")]
    assert len(found) == len(nav())
    assert len(found) == len(set(found))


def test_every_page_is_in_the_navigation_and_the_other_way_round() -> None:
    docs = HERE / "docs"
    pages = {p.relative_to(docs).as_posix() for p in docs.rglob("*.md")}
    pages |= {f"notebooks/{study}.ipynb" for study in STUDIES}
    assert pages == nav().keys()


def test_the_pages_mirror_the_article_in_its_order() -> None:
    assert list(nav().values())[:11] == [
        "Overview",
        "Background",
        "Architecture",
        "Functionality",
        "Flexibility and the Python ecosystem",
        "Ease of use",
        "Complex architectures",
        "Performance",
        "Debugging",
        "Community",
        "Summary",
    ]


class Ids(HTMLParser):
    """Collects ids and tags of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.sources: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"src", "srcset"} or (tag == "link" and name == "href"):
                self.sources.append(value or "")


def test_ids_are_given_once(site: Path) -> None:
    for page in site.rglob("*.html"):
        ids = [i for i in Ids(page).ids if not i.startswith("__")]
        assert len(ids) == len(set(ids)), page


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for page in site.rglob("*.html"):
        foreign = [s for s in Ids(page).sources if re.match(r"(https?:)?//", s)]
        assert [s for s in foreign if not s.startswith(ADDRESS)] == [], page


def test_every_page_allows_its_own_scripts_and_no_other(site: Path) -> None:
    """A Content-Security-Policy with the hash of each inline script it holds."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy, page
        assert text.index("Content-Security-Policy") < text.index("<script"), page
        assert "script-src 'self' 'sha256-" in policy[1]
        assert not re.search(r"https?:|script-src[^;]*unsafe|\*", policy[1])
        for script in re.findall(r"<script>(.*?)</script>", text, flags=re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest())
            assert f"'sha256-{digest.decode()}'" in policy[1], page
        assert not re.search(r"<[^>]+\son[a-z]+=|javascript:", text), page


def test_without_a_repository_no_page_speaks_of_one(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for trace in (
            "<!-- pair:",
            "Edit this pair",
            "Report a problem",
            "md-source",
            "colab.research",
        ):
            assert trace not in text, page


def test_the_words_of_the_glossary_are_explained_on_other_pages(site: Path) -> None:
    text = (site / "architecture" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<abbr title="[^"]{20,}">', text)
