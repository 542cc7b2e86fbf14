"""What is done to a piece of a page beside the conversion, as in a whole build."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scripts.core.project import Project
from scripts.site.finish import links, pages, theme
from scripts.site.finish.site import Site

PARTS = (theme.without_abbreviations, links.linked, theme.repaired)
"""The parts of `finish` that concern a piece of a page, in their order."""


def finished(project: Project, html: str, page: Page, config: MkDocsConfig) -> str:
    """The HTML of a pair or of all content as it stands in a finished page."""
    site = Site(project, Path(config.site_dir))
    site.address = config.site_url or ""
    piece = pages.Page(site, page.file.src_uri, page.file.dest_uri, html)
    for part in PARTS:
        piece.html = part(piece)
    return theme.MARK.sub(r"\1", piece.html)
