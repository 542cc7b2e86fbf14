"""An Atom feed (RFC 4287) of what changed for readers, made from the page of changes.

Every address and identifier in it is absolute, so it is written where the address of
the site is configured, and otherwise not. `mkdocs` loads this file by itself, so it
imports nothing of the program.
"""

from __future__ import annotations

from operator import itemgetter
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from bs4 import BeautifulSoup, Tag
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

PAGE = "changes.md"
FEED = "feed.xml"
ATOM = "http://www.w3.org/2005/Atom"
READERS = "For readers:"
# With the space for the reason that markdown_hooks.py gives.
HEAD = (
    '<link rel="alternate " type="application/atom+xml" title="Changes" href="{href}">'
)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Write the feed with the page that it is made from."""
    if page.file.src_uri == PAGE and config.site_url:
        target = Path(config.site_dir) / FEED
        target.parent.mkdir(parents=True, exist_ok=True)
        feed = feed_of(html, page.canonical_url or "", config)
        target.write_text(feed, encoding="utf-8")
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Name the feed in the head of every page."""
    if not config.site_url:
        return output
    href = get_relative_url(FEED, page.url)
    return output.replace("</head>", HEAD.format(href=href) + "</head>", 1)


def feed_of(html: str, address: str, config: MkDocsConfig) -> str:
    """The feed of a page of changes at `address`: an entry for each of its days."""
    ElementTree.register_namespace("", ATOM)
    days = days_of(html, address)
    feed = Element(f"{{{ATOM}}}feed")
    root = config.site_url or ""
    _add(feed, "id", urljoin(root, FEED))
    _add(feed, "title", f"{config.site_name}: changes")
    _add(feed, "updated", _midnight(max(day for day, _ in days)))
    _add(SubElement(feed, f"{{{ATOM}}}author"), "name", config.site_name)
    _add(
        feed, "link", rel="self", type="application/atom+xml", href=urljoin(root, FEED)
    )
    _add(feed, "link", rel="alternate", type="text/html", href=address)
    for day, told in filter(itemgetter(1), days):
        entry = SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "id", f"{address}#{day}")
        _add(entry, "title", f"Changes of {day}")
        _add(entry, "updated", _midnight(day))
        _add(entry, "link", rel="alternate", type="text/html", href=f"{address}#{day}")
        _add(entry, "content", told, type="html")
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def days_of(html: str, address: str) -> list[tuple[str, str]]:
    """Each day of the page, with what it says for readers as HTML by itself."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.select("abbr"):
        tag.unwrap()
    for link in soup.select("a[href]"):
        link["href"] = urljoin(address, str(link["href"]))
    return [(str(title["id"]), _for_readers(title)) for title in soup.select("h2")]


def _for_readers(title: Tag) -> str:
    """The list below a day that is for readers; empty where there is none."""
    for below in title.find_next_siblings(["h2", "p"]):
        if below.name == "h2":
            return ""
        if below.get_text(strip=True) == READERS:
            return str(below.find_next_sibling("ul"))
    return ""


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"


def _add(parent: Element, name: str, text: str = "", **attributes: str) -> None:
    SubElement(parent, f"{{{ATOM}}}{name}", attributes).text = text or None
