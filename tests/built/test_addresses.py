"""What is published with the address of the site: sitemap, canonical links, feeds."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from scripts.core.project import HERE, Project
from scripts.site.addresses import check_addresses, published_addresses
from tests.published import ADDRESS

ATOM = {"": "http://www.w3.org/2005/Atom"}
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of every page that has an address."""
    for path in sorted(site.rglob("index.html")):
        below = path.parent.relative_to(site).as_posix()
        address = ADDRESS if below == "." else f"{ADDRESS}{below}/"
        html = path.read_text(encoding="utf-8")
        if "<h1>This page has moved</h1>" not in html:
            yield address, html


FEEDS = {"Changes": "feed.xml", "Versions": "versions.xml"}
PAGES = {"feed.xml": "changes/", "versions.xml": "measured/versions/"}


@pytest.fixture(params=PAGES)
def feed(site: Path, request: pytest.FixtureRequest) -> ElementTree.Element:
    """A feed, as a reader of feeds gets it."""
    return ElementTree.parse(site / request.param).getroot()


def test_no_address_that_was_published_is_lost(site: Path) -> None:
    assert published_addresses(Project())
    check_addresses(Project(), site)


def test_every_address_is_kept() -> None:
    """`make site` has added the new ones; whoever publishes has to have them."""
    asked = ["git", "diff", "--quiet", "--", "results/addresses.txt"]
    done = subprocess.run(asked, cwd=HERE, check=False)
    assert done.returncode == 0, (
        "results/addresses.txt has grown: git add results/addresses.txt"
    )


def test_every_page_names_its_one_address(site: Path) -> None:
    for address, html in pages(site):
        assert re.findall(r'<link rel="canonical" href="([^"]*)"', html) == [address]


def test_the_sitemap_lists_every_page_and_no_day_that_nobody_knows(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml").getroot()
    names = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [url.findtext("loc", "", names) for url in tree.findall("url", names)]
    assert sorted(found) == sorted(address for address, _ in pages(site))
    assert tree.findall("url/lastmod", names) == []


def test_every_page_names_the_feeds(site: Path) -> None:
    for address, html in pages(site):
        head = BeautifulSoup(html.partition("</head>")[0], "html.parser")
        links = head.select('link[type="application/atom+xml"]')
        assert [link["rel"] for link in links] == [["alternate"]] * 2
        found = {
            str(link["title"]): urljoin(address, str(link["href"])) for link in links
        }
        assert found == {name: f"{ADDRESS}{file}" for name, file in FEEDS.items()}


def test_the_feed_has_what_rfc_4287_asks_of_a_feed(feed: ElementTree.Element) -> None:
    """Section 4.1.1: one id, title, updated; an author; a link to itself."""
    for name in ("id", "title", "updated", "author/name"):
        (element,) = feed.findall(name, ATOM)
        assert element.text, name
    links = {link.get("rel"): link.get("href") for link in feed.findall("link", ATOM)}
    own = feed.findtext("id", "", ATOM)
    page = PAGES[own.removeprefix(ADDRESS)]
    assert links == {"self": own, "alternate": f"{ADDRESS}{page}"}


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


def test_every_entry_is_a_place_on_the_page_of_the_feed(
    site: Path, feed: ElementTree.Element
) -> None:
    below = PAGES[feed.findtext("id", "", ATOM).removeprefix(ADDRESS)]
    page = (site / below / "index.html").read_text(encoding="utf-8")
    ids = [entry.findtext("id", "", ATOM) for entry in feed.findall("entry", ATOM)]
    assert len(ids) == len(set(ids))
    for name in ids:
        where, _, place = name.partition("#")
        assert where == f"{ADDRESS}{below}"
        assert f'id="{place}"' in page


def test_the_feed_says_what_the_changelog_says(site: Path) -> None:
    feed = ElementTree.parse(site / "feed.xml").getroot()
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
