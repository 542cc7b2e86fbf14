"""What a builder wrote into a folder, and what the project says of it.

All of it comes from files: `mkdocs.yml`, the sources below `docs/`, and the folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.utils.yaml import yaml_load

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.site.finish.pages import Page

CONFIGURATION = "mkdocs.yml"
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
LOST = "404.html"  # what a server shows for a wrong address


@dataclass
class Site:
    """What a builder wrote into `folder`, and what the project says of it."""

    project: Project
    folder: Path
    pages: list[Page] = field(default_factory=list)

    @cached_property
    def settings(self) -> dict[str, Any]:
        """`mkdocs.yml`, with what the environment says put in."""
        text = (self.project.root / CONFIGURATION).read_text(encoding="utf-8")
        return yaml_load(text)

    def setting(self, name: str) -> str:
        """A setting that is text; empty where it is not given."""
        return str(self.settings.get(name) or "")

    @cached_property
    def extra(self) -> dict[str, Any]:
        """The settings that are for templates and for us."""
        return self.settings.get("extra") or {}

    @cached_property
    def is_offline(self) -> bool:
        """Whether it is opened from the disk, without a server."""
        plugins = self.settings.get("plugins") or []
        found = [
            p["offline"] for p in plugins if isinstance(p, dict) and "offline" in p
        ]
        return any((settings or {}).get("enabled", True) for settings in found)

    @cached_property
    def address(self) -> str:
        """Where it is published, as its first page says; empty if nobody knows."""
        home = self.folder / "index.html"
        found = CANONICAL.search(home.read_text(encoding="utf-8"))
        return found[1] if found and not self.is_offline else ""

    @cached_property
    def nav(self) -> list[Any]:
        """The navigation; every page, where none is configured."""
        return self.settings.get("nav") or [page.source for page in self.pages]

    @cached_property
    def titles(self) -> dict[str, str]:
        """What pages are called in the navigation, by their source."""
        return dict(_titles(self.settings.get("nav") or []))

    @cached_property
    def by_source(self) -> dict[str, Page]:
        """The pages that have a source, by it."""
        return {page.source: page for page in self.pages if page.source}

    def place(self, source: str) -> str | None:
        """What a link to a file below `docs/` leads to; None where there is nothing."""
        if found := self.by_source.get(source):
            return found.url
        return source if (self.project.root / "docs" / source).is_file() else None

    def write(self, name: str, content: str | bytes) -> None:
        """Put a file into the site."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


Part = Callable[[Site], None]
"""A part of the work; raises `Problem` or `Problems`."""


def read_site(project: Project, folder: Path) -> Site:
    """The site in a folder, with every page of it. Raises `Problem` without a first."""
    if not (folder / "index.html").is_file():
        raise Problem(folder.name, "holds no index.html", "have a page docs/index.md")
    site = Site(project, folder)
    named = {path_of(folder, source): source for source in sources(project)}
    named[folder / LOST] = ""
    for path, source in named.items():
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            site.pages.append(Page(site, source, name, path.read_text("utf-8")))
    return site


def each(change: Callable[[Page], str]) -> Part:
    """A part that makes of each page, and what is known of it, a page."""

    def change_all(site: Site) -> None:
        problems = []
        for page in site.pages:
            try:
                page.html = change(page)
            except Problem as problem:
                problems.append(problem)
            except Exception as error:
                problems.append(_failed(page.name, change, error))
        if problems:
            raise Problems(problems)

    return change_all


def once(change: Part) -> Part:
    """A part that looks at the site as a whole."""

    def change_site(site: Site) -> None:
        try:
            change(site)
        except (Problem, Problems):
            raise
        except Exception as error:
            raise _failed("the site", change, error) from error

    return change_site


def _failed(where: str, change: Callable[..., object], error: Exception) -> Problem:
    """A part that failed, by its name, and why."""
    part = f"{change.__module__}.{change.__name__}"
    reason = str(error) or type(error).__name__
    remedy = f"mend what it is about, or {change.__module__}, then: make site"
    return Problem(where, f"cannot be finished by {part}: {reason}", remedy)


def sources(project: Project) -> Iterator[str]:
    """The files that become pages: Markdown that people write, and case studies."""
    docs = project.root / "docs"
    found = [
        p for p in sorted(docs.rglob("*.md")) if project.downloads not in p.parents
    ]
    found += sorted(project.notebooks.glob("*.ipynb"))
    yield from (path.relative_to(docs).as_posix() for path in found)


def path_of(folder: Path, source: str) -> Path:
    """Where the page of a source is: in a folder, but where there is no server."""
    name = PurePosixPath(source).with_suffix("")
    if name.name == "index" or not any(folder.glob("*/index.html")):
        return folder / name.with_suffix(".html")
    return folder / name / "index.html"


def _titles(entries: list[Any]) -> Iterator[tuple[str, str]]:
    """File and title of every entry of a navigation."""
    for entry in entries:
        for title, below in entry.items() if isinstance(entry, dict) else ():
            if isinstance(below, list):
                yield from _titles(below)
            else:
                yield str(below), str(title)
