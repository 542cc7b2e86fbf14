"""A page as the builder wrote it, and what is known of it, whichever builder it was."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from mkdocs.utils.meta import get_data

from scripts.core.problems import Problem

if TYPE_CHECKING:
    from scripts.site.finish.site import Site

CONTENT = re.compile(r"(<article[^>]*>)(.*)(</article>)", re.DOTALL)
HEADING = re.compile(r"<h1[^>]*>(.*?)(?:<a class=\"headerlink\"|</h1>)", re.DOTALL)


@dataclass
class Page:
    """A page as the builder wrote it, and what is known of it.

    `source` is its file below `docs/`; empty for a page that is of the theme alone.
    """

    site: Site
    source: str
    path: str
    html: str

    @cached_property
    def url(self) -> str:
        """Where it is, from the root of the site, as links name it."""
        bare = self.path.removesuffix("index.html")
        return self.path if self.site.is_offline else bare

    @cached_property
    def address(self) -> str:
        """Where it is published; from the root of the site if nobody knows."""
        return self.site.address + self.url

    @property
    def name(self) -> str:
        """What problems call it."""
        return f"docs/{self.source}" if self.source else self.path

    @cached_property
    def text(self) -> str:
        """Its source."""
        path = self.site.project.root / "docs" / self.source
        return path.read_text(encoding="utf-8-sig")

    @cached_property
    def front_matter(self) -> dict[str, Any]:
        """What its source says before the text."""
        return {} if self.is_notebook else get_data(self.text)[1]

    @property
    def is_notebook(self) -> bool:
        """Whether it is a case study."""
        return self.source.endswith(".ipynb")

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of the site."""
        return self.source == "index.md"

    @cached_property
    def title(self) -> str:
        """What it is called: in the navigation, or by itself."""
        if self.is_notebook:
            return first_cell(self.text).partition("\n")[0].strip("# ")
        given = self.site.titles.get(self.source) or self.front_matter.get("title")
        found = HEADING.search(self.html)
        return str(given or (found[1] if found else PurePosixPath(self.source).stem))

    @cached_property
    def description(self) -> str:
        """A sentence on it. Raises `Problem` where its source has none."""
        if given := self.front_matter.get("description"):
            return str(given)
        if self.is_notebook:
            given = first_sentence(first_cell(self.text).partition("\n")[2])
            return given.replace("`", "")
        raise Problem(
            self.name, "has no description", "say in its front matter what it is"
        )

    def content(self) -> str:
        """What stands in its article."""
        found = CONTENT.search(self.html)
        return found[2] if found else ""

    def with_content(self, content: str) -> str:
        """The page with something else in its article."""
        return CONTENT.sub(lambda m: m[1] + content + m[3], self.html, count=1)

    def with_head(self, *tags: str) -> str:
        """The page with more in its head."""
        return self.html.replace("</head>", f"{''.join(tags)}</head>", 1)

    def link(self, target: str) -> str:
        """A link from here to what has this place in the site."""
        here = posixpath.dirname(self.path) or "."
        found = posixpath.relpath(target or ".", here)
        return f"{found}/" if not target or target.endswith("/") else found


def first_cell(notebook: str) -> str:
    """What the first cell of a notebook says."""
    return "".join(json.loads(notebook)["cells"][0]["source"])


def first_sentence(text: str) -> str:
    """The first sentence of a text, on one line."""
    joined = " ".join(text.split())
    return re.split(r"(?<=\.) (?=[A-Z`])", joined, maxsplit=1)[0]
