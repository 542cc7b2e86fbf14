"""`llms.txt` at the root of the site: what there is, in the form of llmstxt.org.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

FIRST = "Pages"
ABOUT = (
    "Each page is listed as Markdown; its HTML is in the same folder. Programs find "
    "the pairs, certificates, defaults and claims as JSON below."
)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Write the list once, with the first page, when all pages have been read.

    What it says of a notebook is also the description of its page.
    """
    page.meta.setdefault("description", described(page).replace("`", ""))
    if page.is_homepage:
        target = Path(config.site_dir) / "llms.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(llms_text(config, nav), encoding="utf-8")
    return context


def llms_text(config: MkDocsConfig, nav: Navigation) -> str:
    """Title, summary, and the pages by section of the navigation, then the data."""
    parts = [f"# {config.site_name}", f"> {config.site_description}", ABOUT]
    root = config.site_url or ""
    for title, pages in sections(nav):
        lines = [_line(root, page) for page in pages]
        parts.append("\n".join([f"## {title}", "", *lines]))
    data = sorted(Path(config.docs_dir, "data").glob("*.schema.json"))
    lines = [_data_line(root, path) for path in data]
    parts.append("\n".join(["## Data", "", *lines]))
    return "\n\n".join(parts) + "\n"


def sections(nav: Navigation) -> Iterator[tuple[str, list[Page]]]:
    """The pages of the navigation by section; first those that are in none."""
    yield FIRST, [item for item in nav.items if isinstance(item, Page)]
    for item in nav.items:
        if isinstance(item, Section):
            yield item.title, list(_below(item))


def _below(section: Section) -> Iterator[Page]:
    for item in section.children:
        if isinstance(item, Section):
            yield from _below(item)
        elif isinstance(item, Page):
            yield item


def _line(root: str, page: Page) -> str:
    address = str(PurePosixPath(page.file.dest_uri).with_suffix(".md"))
    return f"- [{page.title}]({urljoin(root, address)}): {described(page)}"


def described(page: Page) -> str:
    """A sentence on the page: its description, or how its notebook begins."""
    if told := page.meta.get("description"):
        return str(told)
    if not page.file.src_uri.endswith(".ipynb"):
        raise ValueError(f"docs/{page.file.src_uri} has no description")
    cell = json.loads(page.file.content_string)["cells"][0]
    lines = [line for line in cell["source"] if not line.startswith("#")]
    return first_sentence("".join(lines))


def _data_line(root: str, path: Path) -> str:
    """What a data file is, as its schema says it."""
    schema = json.loads(path.read_bytes())
    told = schema["$defs"][PurePosixPath(schema["$ref"]).name]["description"]
    name = path.name.replace(".schema.json", ".json")
    return f"- [{name}]({urljoin(root, f'data/{name}')}): {first_sentence(told)}"


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line."""
    joined = " ".join(text.split())
    return re.split(r"(?<=\.) (?=[A-Z`])", joined, maxsplit=1)[0]
