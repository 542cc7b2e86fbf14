"""Serving: what was built, and of what, so that single pages can be built again.

A whole build reads and writes every page. After it, this remembers of what each page
was made; `quick_hooks` has those built again of which that has changed.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.hooks.built")
FRAGMENTS = ("build/fragments", "build/plain")


class Site:
    """The last whole build, and of what its pages and files were made."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, files: Files) -> None:
        self.config, self.nav, self.files = config, nav, files
        self.env: Any = None
        root = Path(config.config_file_path).parent
        self.fragments = [root / folder for folder in FRAGMENTS]
        self.names = names_below(config.docs_dir)
        self.copied = {file.src_uri: status(file) for file in self._static()}
        self.made: dict[str, str] = {}

    def note(self, page: Page) -> None:
        """Remember of what a page is made, before it is read."""
        self.made[page.file.src_uri] = self._digest(page.file)

    def refresh(self, concerned: Callable[[File], bool]) -> list[Page] | None:
        """Build again those pages of which something has changed; which they were.

        None where that is not enough: a file came or went, or what other pages
        tell of a page is another.
        """
        if names_below(self.config.docs_dir) != self.names:
            return None
        files = [f for f in self._documents() if concerned(f) and self._is_due(f)]
        due = [file.page for file in files if file.page]
        if not all(self._read(page) for page in due):
            return None
        for page in due:
            self._write(page)
        return due

    def copy(self) -> None:
        """Copy the files that are no pages and have changed."""
        for file in self._static():
            seen = status(file)
            if self.copied[file.src_uri] != seen:
                self.copied[file.src_uri] = seen
                file.copy_file()

    def finish(self) -> None:
        """Write what is made of all pages, and complain of anchors that went."""
        search: Any = self.config.plugins["material/search"]
        order = {f.page.url: n for n, f in enumerate(self._documents()) if f.page}
        search.search_index.entries.sort(key=lambda entry: order[page_of(entry)])
        search.on_post_build(config=self.config)
        level = self.config.validation.links.anchors
        for file in self._documents():
            if file.page:
                file.page.validate_anchor_links(files=self.files, log_level=level)

    def _documents(self) -> list[File]:
        """The files that become pages."""
        found = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        return list(found)

    def _static(self) -> Iterator[File]:
        """The files below `docs/` that are copied as they are."""
        shown = set(map(id, self._documents()))
        for file in self.files:
            if file.src_dir == self.config.docs_dir and id(file) not in shown:
                yield file

    def _is_due(self, file: File) -> bool:
        return self.made[file.src_uri] != self._digest(file)

    def _digest(self, file: File) -> str:
        """The hash of all that a page shows: its source, fragments, and problems."""
        source = file.content_string
        told = self.config.extra["live"].told(source)
        digest = hashlib.blake2b(digest_size=16)
        found = self.config.extra["included"](source, self.fragments)
        for part in (source, *found, *told):
            digest.update(len(part).to_bytes(8, "big") + part.encode())
        return digest.hexdigest()

    def _read(self, page: Page) -> bool:
        """Convert a page anew; whether what other pages tell of it stayed."""
        before = (page.title, page.meta)
        self.note(page)
        page.__dict__.pop("render", None)  # plugins put theirs in its place
        _populate_page(page, self.config, self.files)
        return before == (page.title, page.meta)

    def _write(self, page: Page) -> None:
        """Put a page into the template, and its entries into the search."""
        log.info("Building %s", page.file.src_uri)
        plugin: Any = self.config.plugins["material/search"]
        search = plugin.search_index
        search.entries = [e for e in search.entries if page_of(e) != page.url]
        _build_page(page, self.config, self._documents(), self.nav, self.env)


class Kept:
    """What is remembered from build to build, while serving."""

    serving = False
    site: Site | None = None


KEPT = Kept()


def on_startup(command: str, **_: object) -> None:
    """Remember whether this is a build or a server."""
    KEPT.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Let `quick_hooks` find what was built; forget the build before."""
    KEPT.site = None
    config.extra["built"] = KEPT


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember a build from its beginning: what is saved during it is newer."""
    if KEPT.serving:
        KEPT.site = Site(config, nav, files)
    return nav


def on_pre_page(page: Page, **_: object) -> Page:
    """Remember of what each page is made."""
    if KEPT.site:
        KEPT.site.note(page)
    return page


def on_env(env: Any, **_: object) -> Any:
    """Remember the templates."""
    if KEPT.site:
        KEPT.site.env = env
    return env


def page_of(entry: dict[str, str]) -> str:
    """The address of the page that an entry of the search is on."""
    return entry["location"].partition("#")[0]


def names_below(folder: str) -> set[str]:
    """The files in a folder, but for those that are hidden."""
    return {
        f"{above}/{name}"
        for above, _, names in os.walk(folder)
        for name in names
        if not name.startswith(".")
    }


def status(file: File) -> tuple[int, int, int]:
    """Which file this is, when it was written, and how long it is."""
    seen = Path(file.abs_src_path or "").stat()
    return seen.st_ino, seen.st_mtime_ns, seen.st_size
