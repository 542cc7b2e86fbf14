"""Every page as Markdown beside its HTML, for programs and for plain reading."""

from __future__ import annotations

import html as entities
import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.utils.meta import get_data

from scripts.site.finish.pages import Page

INCLUDE = re.compile(r'^--8<-- "([a-z0-9/-]+\.md)"$', re.MULTILINE)
FENCE = re.compile(r"^(`{3,})\S*$")
CODE = re.compile(r"(`[^`]+`)")
HIDDEN = re.compile(
    r'<span class="aliases" hidden>.*?</span>|<a class="row-a.*?</a>|<form .*?</form>'
)
CODE_TAG = re.compile(r"<code>(.*?)</code>")
TAG = re.compile(r"</?(?:div|span|details|summary)(?: [^>]*)?>")
FIGURE = re.compile(
    r'<figure class="pair-figure chart">.*?aria-label="([^"]*)".*</figure>'
)
VERDICT = re.compile(r'<span class="verdict verdict-[a-z]+">([a-z]+)</span>')
WHEN = re.compile(r'<span class="verdict-when"> ([^<]*)</span>')
ATTRIBUTES = re.compile(r"\s*\{:? ?(?:[.#]|download=)[^{}]*\}$")
LINK = re.compile(r"(?<=\]\()(?!https?:|mailto:)([^()\s]*)(?=\))")
LINKED = re.compile(r"([^?#]*)(\?[^#]*)?(#.*)?")
# The theme takes every link[rel=alternate] for a language and asks for its sitemap;
# with the space it is the same to everybody else.
HEAD = '<link rel="alternate " type="text/markdown" href="{name}">'


def written(page: Page) -> str:
    """Write the page as Markdown, and name that in its head."""
    if not page.source:
        return page.html
    name = markdown_path(page)
    page.site.write(name, plain_page(page))
    return page.with_head(HEAD.format(name=PurePosixPath(name).name))


def markdown_path(page: Page) -> str:
    """Where the Markdown of a page is, such as `background/index.md`."""
    return str(PurePosixPath(page.path).with_suffix(".md"))


def plain_page(page: Page) -> str:
    """A page without HTML: fragments in place, links from one Markdown to another."""
    if page.is_notebook:
        text = plain_notebook(json.loads(page.text))
    else:
        build = page.site.project.fragments.parent
        text = included(get_data(page.text)[0], build)

    def relink(found: re.Match[str]) -> str:
        return _address(found[1], page)

    return tidy(text, relink).strip() + "\n"


def included(text: str, build: Path) -> str:
    """The Markdown with its fragments; of a pair, what holds no HTML."""

    def fragment(found: re.Match[str]) -> str:
        paths = [build / folder / found[1] for folder in ("plain", "fragments")]
        path = next(path for path in paths if path.exists())
        return path.read_text(encoding="utf-8").strip()

    return INCLUDE.sub(fragment, text)


def tidy(text: str, relink: Callable[[re.Match[str]], str]) -> str:
    """The text without HTML and attributes, fenced blocks as they are."""
    lines, fence = [""], ""
    for line in text.splitlines():
        mark = FENCE.match(line)
        if fence or mark:
            lines.append(line)
        elif (tidied := _tidy_line(line, relink).rstrip()) or lines[-1]:
            lines.append(tidied)
        if mark:
            fence = "" if mark[1] == fence else fence or mark[1]
    return "\n".join(lines)


def _tidy_line(line: str, relink: Callable[[re.Match[str]], str]) -> str:
    """A line without tags, outside of its code."""
    if "{" in line:
        line = ATTRIBUTES.sub("", line)
    if "<" in line:
        line = _untagged(line)
    return LINK.sub(relink, line) if "](" in line else line


def _untagged(line: str) -> str:
    line = FIGURE.sub(r"Figure: \1", line)
    line = WHEN.sub(r" (\1)", VERDICT.sub(r"**\1**", HIDDEN.sub("", line)))
    parts = CODE.split(CODE_TAG.sub(_code_span, line))
    for place in range(0, len(parts), 2):
        parts[place] = TAG.sub("", parts[place]).replace("<br>", "; ")
    return "".join(parts)


def _code_span(found: re.Match[str]) -> str:
    return f"`{entities.unescape(found[1])}`"


def _address(link: str, page: Page) -> str:
    """A link of a source file as one between what is served.

    From Markdown to Markdown; to HTML where it asks the page for something.
    """
    path, query, anchor = LINKED.findall(link)[0]
    if not path:
        return link
    folder = posixpath.dirname(page.source)
    wanted = path[1:] if path[0] == "/" else posixpath.join(folder, path)
    source = posixpath.normpath(wanted)
    place = page.site.place(source)
    if found := page.site.by_source.get(source):
        place = found.path if query else markdown_path(found)
    return link if place is None else f"{page.link(place)}{query}{anchor}"


def plain_notebook(notebook: dict[str, Any]) -> str:
    """A notebook as Markdown: prose, code, and what the code gave."""
    return "\n\n".join(part for cell in notebook["cells"] for part in _cell(cell))


def _cell(cell: dict[str, Any]) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] != "code":
        yield source
        return
    yield f"```python\n{source}\n```"
    for output in cell["outputs"]:
        text = output.get("text") or output["data"].get("text/plain", [])
        yield f"```text\n{''.join(text).rstrip()}\n```"
