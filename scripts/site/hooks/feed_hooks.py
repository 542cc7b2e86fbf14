"""Atom feeds (RFC 4287) of changes for readers, and of what versions change.

Every address and identifier in them is absolute, so they are written where the
address of the site is configured, and otherwise not. `mkdocs` loads this file by
itself, so it imports nothing of the program.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from bs4 import BeautifulSoup, Tag
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

ATOM = "http://www.w3.org/2005/Atom"
READERS = "For readers:"
MEASURED = re.compile(r"Measured (\d{4}-\d\d-\d\d)")
# With the space for the reason that markdown_hooks.py gives.
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
    told: str


class Feed(NamedTuple):
    """A feed made from the sections of one page."""

    page: str
    file: str
    title: str
    entries: Callable[[BeautifulSoup], list[Entry]]


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Write the feed with the page that it is made from."""
    kind = next((feed for feed in FEEDS if feed.page == page.file.src_uri), None)
    if kind and config.site_url and has_entries(html, kind):
        target = Path(config.site_dir) / kind.file
        target.parent.mkdir(parents=True, exist_ok=True)
        feed = feed_of(html, page.canonical_url or "", config, kind)
        target.write_text(feed, encoding="utf-8")
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Name the feeds in the head of every page."""
    if not config.site_url:
        return output
    written = [f for f in FEEDS if (Path(config.site_dir) / f.file).exists()]
    links = [
        HEAD.format(title=feed.title, href=get_relative_url(feed.file, page.url))
        for feed in written
    ]
    return output.replace("</head>", "".join(links) + "</head>", 1)


def has_entries(html: str, kind: Feed) -> bool:
    """Whether the page has a section for readers yet."""
    return any(entry.told for entry in kind.entries(_read(html, "")))


def feed_of(html: str, address: str, config: MkDocsConfig, kind: Feed) -> str:
    """The feed of a page at `address`: an entry for each of its sections."""
    ElementTree.register_namespace("", ATOM)
    entries = kind.entries(_read(html, address))
    feed = Element(f"{{{ATOM}}}feed")
    root = config.site_url or ""
    own = urljoin(root, kind.file)
    _add(feed, "id", own)
    _add(feed, "title", f"{config.site_name}: {kind.title.lower()}")
    _add(feed, "updated", _midnight(max(entry.day for entry in entries)))
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", config.site_name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=own)
    _add(feed, "link", rel="alternate", type="text/html", href=address)
    for found in filter(attrgetter("told"), entries):
        _add_entry(feed, found, f"{address}#{found.place}")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _add_entry(feed: Element, found: Entry, address: str) -> None:
    entry = SubElement(feed, f"{{{ATOM}}}entry")
    _add(entry, "id", address)
    _add(entry, "title", found.title)
    _add(entry, "updated", _midnight(found.day))
    _add(entry, "link", rel="alternate", type="text/html", href=address)
    _add(entry, "content", found.told, type="html")


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
            told = about.find_next_sibling(["ul", "p"])
            found.append(Entry(str(title["id"]), _text(title), day[1], str(told)))
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
