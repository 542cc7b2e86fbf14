"""Every page as Markdown beside its HTML, for programs and for plain reading.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import html as entities
import json
import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

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


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Write the page's Markdown; its HTML stays as it is."""
    target = Path(config.site_dir) / markdown_address(page.file.dest_uri)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(plain_page(page, config, files), encoding="utf-8")
    return html


def on_post_page(output: str, page: Page, **_: object) -> str:
    """Name the Markdown in the head of the page."""
    name = PurePosixPath(markdown_address(page.file.dest_uri)).name
    return output.replace("</head>", HEAD.format(name=name) + "</head>", 1)


def markdown_address(address: str) -> str:
    """Where the Markdown of a page is, such as `background/index.md`."""
    return str(PurePosixPath(address).with_suffix(".md"))


def plain_page(page: Page, config: MkDocsConfig, files: Files) -> str:
    """A page without HTML: fragments in place, links from one Markdown to another."""
    root = Path(config.config_file_path).parent
    source = page.file.content_string
    if page.file.src_uri.endswith(".ipynb"):
        text = plain_notebook(json.loads(source))
    else:
        text = included(get_data(source)[0], root / "build")

    def relink(found: re.Match[str]) -> str:
        return _address(found[1], page, files)

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


def _address(link: str, page: Page, files: Files) -> str:
    """A link of a source file as one between what is served.

    From Markdown to Markdown; to HTML where it asks the page for something.
    """
    path, query, anchor = LINKED.findall(link)[0]
    if not path:
        return link
    folder = posixpath.dirname(page.file.src_uri)
    wanted = path[1:] if path[0] == "/" else posixpath.join(folder, path)
    found = files.get_file_from_path(posixpath.normpath(wanted))
    if found is None:
        return link
    address = found.dest_uri
    if found.is_documentation_page() and not query:
        address = markdown_address(address)
    here = posixpath.dirname(page.file.dest_uri)
    return f"{posixpath.relpath(address, here or '.')}{query}{anchor}"


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
