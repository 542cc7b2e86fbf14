"""Lists of what there is: `llms.txt`, in the form of llmstxt.org, and the sitemap."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

from scripts.site.finish.markdown import markdown_path
from scripts.site.finish.pages import Page, first_sentence
from scripts.site.finish.site import LOST, Site

FIRST = "Pages"
SITEMAP = "sitemap.xml"
BUILT = re.compile(r"\s*<lastmod>.*?</lastmod>")
ABOUT = (
    "Each page is listed as Markdown; its HTML is in the same folder. Programs find "
    "the pairs, certificates, defaults and claims as JSON below."
)


def write_llms(site: Site) -> None:
    """Title, summary, and the pages by section of the navigation, then the data."""
    name, about = site.setting("site_name"), site.setting("site_description")
    parts = [f"# {name}", f"> {about}", ABOUT]
    for title, pages in sections(site):
        lines = [_line(page) for page in pages]
        parts.append("\n".join([f"## {title}", "", *lines]))
    data = sorted(site.project.data.glob("*.schema.json"))
    lines = [_data_line(site.address, path) for path in data]
    parts.append("\n".join(["## Data", "", *lines]))
    site.write("llms.txt", "\n\n".join(parts) + "\n")


def sections(site: Site) -> Iterator[tuple[str, list[Page]]]:
    """The pages of the navigation by section; first those that are in none."""
    entries = [_entry(entry) for entry in site.nav]
    alone = [below for _, below in entries if isinstance(below, str)]
    yield FIRST, _pages(site, alone)
    for title, below in entries:
        if isinstance(below, list):
            yield title, _pages(site, below)


def _entry(entry: Any) -> tuple[str, Any]:
    """Title and what is below it, of an entry that may be without a title."""
    return next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)


def _pages(site: Site, entries: list[Any]) -> list[Page]:
    found: list[Page] = []
    for _, below in map(_entry, entries):
        if isinstance(below, list):
            found += _pages(site, below)
        elif below in site.by_source:
            found.append(site.by_source[below])
    return found


def _line(page: Page) -> str:
    address = urljoin(page.site.address, markdown_path(page))
    return f"- [{page.title}]({address}): {page.description}"


def _data_line(root: str, path: Path) -> str:
    """What a data file is, as its schema says it."""
    schema = json.loads(path.read_bytes())
    described = schema["$defs"][PurePosixPath(schema["$ref"]).name]["description"]
    name = path.name.replace(".schema.json", ".json")
    return f"- [{name}]({urljoin(root, f'data/{name}')}): {first_sentence(described)}"


def write_sitemap(site: Site) -> None:
    """A sitemap without the day of the build, or none where no address is known.

    Without an address it would list no page, which its format forbids.
    """
    path, packed = site.folder / SITEMAP, site.folder / f"{SITEMAP}.gz"
    if not site.address:
        path.unlink(missing_ok=True)
        packed.unlink(missing_ok=True)
    elif path.is_file():
        text = BUILT.sub("", path.read_text("utf-8"))
        site.write(SITEMAP, text)
        with gzip.GzipFile(packed, "wb", mtime=0) as file:
            file.write(text.encode())


def remove_what_needs_a_server(site: Site) -> None:
    """Where there is none: the page for a wrong address, which only a server shows."""
    if site.is_offline:
        site.pages = [page for page in site.pages if page.path != LOST]
        (site.folder / LOST).unlink(missing_ok=True)
