"""Addresses that stay: what was published leads somewhere, or the build says so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.core.problems import Problems
from scripts.core.project import Project
from scripts.site.addresses import (
    addresses_of,
    check_addresses,
    keep_addresses,
    published_addresses,
)
from tests.small_site import build_small

PAGES = {
    "index.md": "# First\n",
    "new.md": "# New\n\n### A pair {#topic-pair}\n\nText.\n",
    "other.md": "# Other\n\n## A part\n\n### Another pair {#topic-other}\n",
}
MOVED = {"old.md": "new.md", "old.md#topic-other": "other.md#topic-other"}


def test_a_page_that_has_gone_leads_on(tmp_path: Path) -> None:
    site = build_small(tmp_path, PAGES, MOVED)
    page = (site / "old/index.html").read_text()
    assert '<a href="../new/">The page new</a>' in page
    assert '<a id="topic-other" href="../other/#topic-other">' in page
    assert 'content="0; url=../new/"' in page
    assert re.search(r"script-src 'self' 'sha256-[^']+'", page)
    assert "noindex" in page


def test_a_page_that_has_gone_is_in_no_list(tmp_path: Path) -> None:
    site = build_small(tmp_path, PAGES, MOVED)
    assert "old" not in (site / "search/search_index.json").read_text()
    assert "old" not in (site / "sitemap.xml").read_text()


def test_an_anchor_that_has_gone_leads_on_from_its_page(tmp_path: Path) -> None:
    redirects = {"new.md#topic-other": "other.md#topic-other"}
    page = (build_small(tmp_path, PAGES, redirects) / "new/index.html").read_text()
    (line,) = re.findall(r'<p class="moved" id="topic-other".*?</p>', page)
    assert 'href="../other/#topic-other">The page other</a>' in line


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("old.md", "gone.md", "gone.md is no page"),
        ("old.md", "new.md#gone", "new.md has no anchor gone"),
        ("other.md", "new.md", "other.md is still there"),
        ("new.md#topic-pair", "other.md", "new.md#topic-pair is still there"),
    ],
)
def test_a_redirect_that_is_wrong_fails_the_build(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    with pytest.raises(Problems) as wrong:
        build_small(tmp_path, PAGES, {old: new})
    assert f"mkdocs.yml: extra.redirects: {told}; " in str(wrong.value)


def test_every_page_and_every_anchor_of_its_content_is_an_address(
    tmp_path: Path,
) -> None:
    """Titles aside: they change with what they say."""
    assert addresses_of(build_small(tmp_path, PAGES, {})) == {
        "./",
        "new/",
        "new/#topic-pair",
        "other/",
        "other/#topic-other",
    }


def test_what_was_published_stays_or_leads_on(tmp_path: Path) -> None:
    project, pages = Project(tmp_path), {**PAGES, "old.md": PAGES["other.md"]}
    assert keep_addresses(project, build_small(tmp_path, pages, {})) == 7
    (tmp_path / "docs/old.md").unlink()
    with pytest.raises(Problems) as lost:
        check_addresses(project, build_small(tmp_path, PAGES, {}))
    first, second = map(str, lost.value.found)
    assert first.startswith(
        "results/addresses.txt: old/ is gone; say in mkdocs.yml where"
    )
    assert "redirects: old.md#topic-other: new.md#anchor" in second
    before = published_addresses(project)
    assert keep_addresses(project, build_small(tmp_path, PAGES, MOVED)) == 0
    assert published_addresses(project) == before
