"""The pages of the built site: whole, each once, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.core.project import HERE, Project
from scripts.site.checks.site_check import check_site
from scripts.site.checks.source_check import check_sources
from tests.navigation import nav

pytestmark = pytest.mark.xdist_group("site")  # one process reads it


def test_nothing_is_wrong_with_the_sources() -> None:
    assert list(map(str, check_sources(Project(HERE)))) == []


def test_nothing_is_wrong_with_the_site(site: Path) -> None:
    """Links, ids, scripts, hosts, sizes and records: what `make site` looks at."""
    assert list(map(str, check_site(Project(HERE), site))) == []


def test_no_two_pages_have_one_address(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    found = [str(node.text).lower() for node in tree.iter() if node.tag.endswith("loc")]
    assert len(found) == len(nav())
    assert len(found) == len(set(found))


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


def test_every_page_allows_its_own_scripts_and_no_other(site: Path) -> None:
    allow_own_scripts(site)


def allow_own_scripts(site: Path) -> None:
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
