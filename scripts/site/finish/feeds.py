"""Atom feeds (RFC 4287) of changes for readers, and of what versions change.

Every address and identifier in them is absolute, so they are written where the
address of the site is configured, and otherwise not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from bs4 import BeautifulSoup, Tag

from scripts.site.finish.pages import Page
from scripts.site.finish.site import Site

ATOM = "http://www.w3.org/2005/Atom"
READERS = "For readers:"
MEASURED = re.compile(r"Measured (\d{4}-\d\d-\d\d)")
# With the space for the reason that `markdown` gives.
HEAD = (
    '<link rel="alternate " type="application/atom+xml" title="{title}" href="{href}">'
)


class Entry(NamedTuple):
    """A section of a page: its place, title and day, and what it says as HTML.

    Where it says nothing for readers it is no entry, but the feed is as new as it.
    """

    place: str
    title: str
    day: str
    text: str


class Feed(NamedTuple):
    """A feed made from the sections of one page."""

    page: str
    file: str
    title: str
    entries: Callable[[BeautifulSoup], list[Entry]]


def write_feeds(site: Site) -> None:
    """Write the feeds, each from the page that it is made from."""
    for kind in FEEDS:
        page = site.by_source.get(kind.page)
        if site.address and page and has_entries(page.content(), kind):
            site.write(kind.file, feed_of(page, kind))


def named(page: Page) -> str:
    """A page that names the feeds in its head."""
    if not page.source:
        return page.html
    written = [f for f in FEEDS if (page.site.folder / f.file).exists()]
    return page.with_head(
        *(HEAD.format(title=f.title, href=page.link(f.file)) for f in written)
    )


def has_entries(html: str, kind: Feed) -> bool:
    """Whether the page has a section for readers yet."""
    return any(entry.text for entry in kind.entries(_read(html, "")))


def feed_of(page: Page, kind: Feed) -> str:
    """The feed of a page: an entry for each of its sections."""
    ElementTree.register_namespace("", ATOM)
    entries, name = (
        kind.entries(_read(page.content(), page.address)),
        page.site.setting("site_name"),
    )
    feed = Element(f"{{{ATOM}}}feed")
    own = urljoin(page.site.address, kind.file)
    _add(feed, "id", own)
    _add(feed, "title", f"{name}: {kind.title.lower()}")
    _add(feed, "updated", _midnight(max(entry.day for entry in entries)))
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=own)
    _add(feed, "link", rel="alternate", type="text/html", href=page.address)
    for found in filter(attrgetter("text"), entries):
        _add_entry(feed, found, f"{page.address}#{found.place}")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _add_entry(feed: Element, found: Entry, address: str) -> None:
    entry = SubElement(feed, f"{{{ATOM}}}entry")
    _add(entry, "id", address)
    _add(entry, "title", found.title)
    _add(entry, "updated", _midnight(found.day))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    _add(entry, "content", found.text, type="html")


def _read(html: str, address: str) -> BeautifulSoup:
    """A page whose parts stand by themselves: without abbreviations, links absolute."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select("abbr"):
        tag.unwrap()
    for link in soup.select("a[href]"):
        link["href"] = urljoin(address, str(link["href"]))
    return soup


def days_of(soup: BeautifulSoup) -> list[Entry]:
    """Each day of the page of changes, with what it says for readers."""
    days = [(str(title["id"]), title) for title in soup.select("h2")]
    return [Entry(d, f"Changes of {d}", d, _for_readers(title)) for d, title in days]


def _for_readers(title: Tag) -> str:
    """The list below a day that is for readers; empty where there is none."""
    for below in title.find_next_siblings(["h2", "p"]):
        if below.name == "h2":
            return ""
        if below.get_text(strip=True) == READERS:
            return str(below.find_next_sibling("ul"))
    return ""


def versions_of(soup: BeautifulSoup) -> list[Entry]:
    """Each version of the page about them, with what changed with it."""
    found = []
    for title in soup.select("h3[id]"):
        about = title.find_next_sibling("p")
        day = MEASURED.match(about.get_text(strip=True)) if about else None
        if about and day:
            text = about.find_next_sibling(["ul", "p"])
            found.append(Entry(str(title["id"]), _text(title), day[1], str(text)))
    return found


def _text(title: Tag) -> str:
    """A heading without the mark that links to it."""
    marks = {id(mark) for mark in title.select(".headerlink")}
    parts = [p for p in title.children if id(p) not in marks]
    return "".join(part.get_text() for part in parts).strip()


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}", attributes).text = text or None


CHANGES = Feed("changes.md", "feed.xml", "Changes", days_of)
VERSIONS = Feed("measured/versions.md", "versions.xml", "Versions", versions_of)
FEEDS = (CHANGES, VERSIONS)
