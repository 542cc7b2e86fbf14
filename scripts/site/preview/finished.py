"""What `finish` does to all pages, done to a piece of one that was converted anew."""

from __future__ import annotations

from scripts.site.finish import links, theme
from scripts.site.finish.pages import Page
from scripts.site.finish.site import Site

PARTS = (
    links.resolved,
    theme.without_abbreviations,
    links.linked,
    theme.repaired,
    theme.lightened,
)
"""The parts that change what stands in the content of a page, in their order."""
ARTICLE = "<article>"
EXCLUDED = ' data-search-exclude="data-search-exclude"'  # the search plugin removes it


def finished(site: Site, source: str, path: str, html: str) -> str:
    """The HTML of a pair, or of all content, as it stands in a finished page."""
    page = Page(site, source, path, ARTICLE + html.replace(EXCLUDED, ""))
    for part in PARTS:
        page.html = part(page)
    return page.html.removeprefix(ARTICLE)
