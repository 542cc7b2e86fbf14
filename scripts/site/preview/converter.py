"""Markdown to HTML as the builder does it, by its public parts: a pair, or a page."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.finish.site import Site
from scripts.site.preview.finished import finished
from scripts.site.preview.sources import Source, digest

MOST = 200  # pieces of HTML that are kept
SNIPPETS = "pymdownx.snippets"


class Converted(NamedTuple):
    """What Markdown gives, and what was complained of meanwhile."""

    html: str
    problems: list[str]


class Converter:
    """Reads `mkdocs.yml` once, without plugins and hooks, and converts by it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.lock = threading.Lock()
        self.reload()

    def reload(self) -> None:
        """Read the configuration; raises `Problem`, and then the one before stays."""
        path = self.project.root / "mkdocs.yml"
        try:
            with complaints() as found:
                config = load_config(str(path), plugins=[], hooks=[])
        except MkDocsException as error:
            what = " ".join([str(error), *found])
            raise Problem("mkdocs.yml", what, "mend it and save once more") from None
        config.edit_uri = config.edit_uri if config.repo_url else None
        snippets = config.mdx_configs.get(SNIPPETS, {})
        folders = [str(self.project.root / f) for f in snippets.get("base_path", [])]
        config.mdx_configs[SNIPPETS] = snippets | {"base_path": folders}
        self.config = config
        self.refresh(Path(config.site_dir))

    def refresh(self, folder: Path) -> None:
        """Look which files there are to link to, and what was built last."""
        self.kept, self.site = dict[str, Converted](), Site(self.project, folder)
        self.files = found_files(self.config)
        pages = self.files.documentation_pages()
        self.pages = {file.dest_uri: file.src_uri for file in pages}

    def pair(self, page: str, name: str, text: str) -> Converted:
        """The section of a pair on a page, of its fragment, such as `layers/x.md`."""
        made = self._kept(page, f"{name} {digest(text)}", text, is_pair=True)
        return Converted(made.html.strip(), made.problems)

    def page(self, page: str, source: Source) -> Converted:
        """The content of a page."""
        return self._kept(page, repr(source.digests()), source.text, is_pair=False)

    def _kept(self, page: str, key: str, text: str, *, is_pair: bool) -> Converted:
        key = f"{page} {key}"
        with self.lock:
            if key not in self.kept:
                if len(self.kept) >= MOST:
                    self.kept.clear()
                self.kept[key] = self._convert(page, text, is_pair=is_pair)
            return self.kept[key]

    def _convert(self, name: str, text: str, *, is_pair: bool) -> Converted:
        file = self.files.src_uris[name]
        page = Page(None, file, self.config)
        with complaints() as found:
            try:
                page.read_source(self.config)
                page.markdown = text if is_pair else page.markdown
                page.render(self.config, self.files)
            except Exception as error:  # of any extension; the page says so
                where = f"docs/{name}: cannot be converted"
                return Converted("", [f"{where}: {type(error).__name__}: {error}"])
        html = finished(self.site, name, file.dest_uri, page.content or "")
        return Converted(html, [f"docs/{name}: {line}" for line in found])


def found_files(config: MkDocsConfig) -> Files:
    """The files below `docs/`, among which notebooks become pages."""
    found = []
    for file in get_files(config):
        if Path(file.src_uri).suffix == ".ipynb" and "notebooks/" in file.src_uri[:10]:
            target = f"{file.src_uri.removesuffix('.ipynb')}/index.html"
            more = {"dest_uri": target, "inclusion": file.inclusion}
            file = File(file.src_uri, config.docs_dir, config.site_dir, True, **more)  # type: ignore[arg-type]
        found.append(file)
    return Files(found)


@contextmanager
def complaints() -> Iterator[list[str]]:
    """The warnings of the builder meanwhile; nothing of it is printed."""
    found: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                found.append(record.getMessage())

    logger, listener = logging.getLogger("mkdocs"), Listener()
    logger.addHandler(listener)
    try:
        yield found
    finally:
        logger.removeHandler(listener)
