"""What is published with the address of the site: sitemap, canonical links, feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from scripts.project import HERE
from tests.published import ADDRESS

ATOM = {"": "http://www.w3.org/2005/Atom"}
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of every page that has an address."""
    for path in sorted(site.rglob("index.html")):
        below = path.parent.relative_to(site).as_posix()
        address = ADDRESS if below == "." else f"{ADDRESS}{below}/"
        yield address, path.read_text(encoding="utf-8")


@pytest.fixture
def feed(site: Path) -> ElementTree.Element:
    """The feed, as a reader of feeds gets it."""
    return ElementTree.parse(site / "feed.xml").getroot()


def test_every_page_names_its_one_address(site: Path) -> None:
    for address, html in pages(site):
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', html) == [address]


def test_the_sitemap_lists_every_page_and_no_day_that_nobody_knows(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml").getroot()
    names = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [url.findtext("loc", "", names) for url in tree.findall("url", names)]
    assert sorted(found) == sorted(address for address, _ in pages(site))
    assert tree.findall("url/lastmod", names) == []


def test_every_page_names_the_feed(site: Path) -> None:
    for _, html in pages(site):
        head = BeautifulSoup(html.partition("</head>")[0], "html.parser")
        (link,) = head.select('link[type="application/atom+xml"]')
        assert link["rel"] == ["alternate"]
        assert link["title"] == "Changes"


def test_the_feed_has_what_rfc_4287_asks_of_a_feed(feed: ElementTree.Element) -> None:
    """Section 4.1.1: one id, title, updated; an author; a link to itself."""
    for name in ("id", "title", "updated", "author/name"):
        (element,) = feed.findall(name, ATOM)
        assert element.text, name
    links = {link.get("rel"): link.get("href") for link in feed.findall("link", ATOM)}
    assert links == {"self": f"{ADDRESS}feed.xml", "alternate": f"{ADDRESS}changes/"}
    assert feed.findtext("id", "", ATOM) == f"{ADDRESS}feed.xml"


def test_every_entry_has_what_rfc_4287_asks_of_an_entry(
    feed: ElementTree.Element,
) -> None:
    """Section 4.1.2, and 3.3 and 4.2.6: days with a zone, ids that are absolute."""
    entries = feed.findall("entry", ATOM)
    assert entries
    for entry in entries:
        for name in ("id", "title", "updated", "content"):
            (element,) = entry.findall(name, ATOM)
            assert element.text, name
        assert urlsplit(entry.findtext("id", "", ATOM)).scheme == "https"
        updated = entry.findtext("updated", "", ATOM)
        assert datetime.fromisoformat(updated).tzinfo, updated


def test_every_entry_is_a_place_on_the_page_of_changes(
    site: Path, feed: ElementTree.Element
) -> None:
    page = (site / "changes" / "index.html").read_text(encoding="utf-8")
    ids = [entry.findtext("id", "", ATOM) for entry in feed.findall("entry", ATOM)]
    assert len(ids) == len(set(ids))
    for name in ids:
        where, _, day = name.partition("#")
        assert where == f"{ADDRESS}changes/"
        assert f'id="{day}"' in page


def test_the_feed_says_what_the_changelog_says(feed: ElementTree.Element) -> None:
    text = (HERE / "CHANGELOG.md").read_text(encoding="utf-8")
    for entry in feed.findall("entry", ATOM):
        day = entry.findtext("id", "", ATOM).partition("#")[2]
        section = text.partition(f"## {day}\n")[2].partition("\n## ")[0]
        readers = section.partition("For readers:\n")[2].partition("\nFor ")[0]
        told = BeautifulSoup(entry.findtext("content", "", ATOM), "html.parser")
        assert len(told.select("ul > li")) == len(re.findall("^- ", readers, re.M))


def test_every_page_has_a_title_a_sentence_and_a_picture_to_share(site: Path) -> None:
    """Each its own; the picture is in the site, a PNG of 1200 by 630."""
    shown = []
    for address, html in pages(site):
        told = dict(re.findall(r'property="og:([a-z:_]+)" content="([^"]*)"', html))
        assert told["url"] == address
        assert told["title"]
        picture = (site / told["image"].removeprefix(ADDRESS)).read_bytes()
        sizes = (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24]))
        assert (picture[1:4], sizes) == (b"PNG", (1200, 630))
        shown.append((told["image"], told["description"]))
    assert len(set(shown)) == len(shown) == len({told for _, told in shown})
