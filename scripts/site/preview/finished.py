"""What is done to a piece of a page beside the conversion, as in a whole build."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from scripts.site.hooks import hooks, repository_hooks

MARK = re.compile(r'(<[a-z][^<>]*?) data-search-exclude(?:="[^"]*")?(?=[ >])')


def explained(markdown: str, page: Page, config: MkDocsConfig) -> str:
    """Markdown with the words of the glossary explained."""
    return hooks.on_page_markdown(markdown, page, config)


def finished(html: str, page: Page, config: MkDocsConfig) -> str:
    """The HTML of a pair or of all content as it stands in a finished page."""
    linked = repository_hooks.on_page_content(html, page=page, config=config)
    return MARK.sub(r"\1", hooks.on_post_page(linked))
