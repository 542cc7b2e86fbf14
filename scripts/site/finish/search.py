"""What the search of the site knows of a page.

The theme fetches the whole index with the first page, so it holds what people search
by: titles, what a page begins with, the question and the words of a pair, claims, the
words of the glossary and the names of mistakes. Builders put everything into it.
"""

from __future__ import annotations

import html as entities
import json
import re
from collections import defaultdict
from collections.abc import Iterator

from scripts.core.problems import Problem
from scripts.site.finish.pages import Page
from scripts.site.finish.site import Site

# MkDocs and Zensical: the file, and what they call its entries.
INDEXES = {"search/search_index.json": "docs", "search.json": "items"}
SCRIPT = "search/search_index.js"
PART = re.compile(
    r'<h([1-6]) [^>]*?id="(?P<anchor>[^"]+)"'
    r"|<p(?P<about>(?: [^>]*)?)>(?P<paragraph>.*?)</p>"
    r"|<dt>(?P<word>.*?)</dt>"
    r'|<details class="mistake"><summary>(?P<mistake>.*?)</summary>',
    re.DOTALL,
)
FOUND_BY = re.compile(r'class="(?:pair-question|pair-words|claim-said)"')
TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")
PERMALINK = "\u00b6"  # that of Jupyter, which builders take for a part of the title
KEPT = {"code", "sub", "sup"}


def write_index(site: Site) -> None:
    """Leave in the index what readers search by. Raises `Problem` without an index."""
    name = next((n for n in INDEXES if (site.folder / n).is_file()), None)
    if name is None:
        what = "has no index for its search"
        raise Problem("the site", what, "have the plugin search in mkdocs.yml")
    index = json.loads((site.folder / name).read_bytes())
    entries = index[INDEXES[name]]
    texts = _texts(site, {entry["location"] for entry in entries})
    for entry in entries:
        entry["text"] = texts[entry["location"]].strip()
        entry["title"] = entry["title"].removesuffix(PERMALINK)
    encoded = json.dumps(index, separators=(",", ":"))
    site.write(name, encoded)
    if (site.folder / SCRIPT).is_file():  # for who opens the site from the disk
        site.write(SCRIPT, f"var __index = {encoded}")


def _texts(site: Site, known: set[str]) -> dict[str, str]:
    """What each of the known places is found by."""
    texts = defaultdict[str, str](str)
    for page in site.pages:
        for place, text in _parts(page, known):
            texts[place] += text
    return texts


def _parts(page: Page, known: set[str]) -> Iterator[tuple[str, str]]:
    """What a page is found by, each with the place among those known that it is at."""
    content, place, is_first = page.content(), page.url, True
    for part in PART.finditer(content):
        if anchor := part["anchor"]:
            below = f"{page.url}#{anchor}"
            place = below if below in known else page.url
        elif text := _said(part, is_first):
            yield place, f" {text}" if content[part.start() - 1].isspace() else text
        is_first = is_first and part["paragraph"] is None


def _said(part: re.Match[str], is_first: bool) -> str:
    """What a part of a page says, where the search is to know it."""
    if part["paragraph"] is None:
        return _plain(part["word"] or part["mistake"])
    if is_first or FOUND_BY.search(part["about"]):
        return f"<p>{_plain(part['paragraph'])}</p>"
    return ""


def _plain(html: str) -> str:
    """Text of a page with the few tags that the search shows."""
    return "".join(
        _tag(piece) if piece.startswith("<") else _escaped(piece)
        for piece in re.split("(<[^>]+>)", html)
    )


def _tag(tag: str) -> str:
    found = TAG.match(tag)
    return f"<{found[1]}{found[2]}>" if found and found[2] in KEPT else ""


def _escaped(text: str) -> str:
    plain = entities.unescape(text).replace("\n", " ")
    return entities.escape(plain, quote=False)
