"""All that is done to a site which a builder wrote: the parts, in their order."""

from __future__ import annotations

from pathlib import Path

from scripts.core.project import Project
from scripts.site.finish import (
    cards,
    feeds,
    links,
    lists,
    markdown,
    notebooks,
    search,
    theme,
)
from scripts.site.finish.site import each, once, read_site

PARTS = (
    each(notebooks.tidied),
    each(notebooks.described),
    each(links.resolved),
    each(theme.without_abbreviations),
    once(feeds.write_feeds),
    once(search.write_index),
    each(links.linked),
    once(links.check_redirects),
    each(links.leading_on),
    once(links.add_pages),
    each(theme.offline),
    each(theme.repaired),
    each(theme.lightened),
    each(theme.bundled),
    once(theme.write_bundles),
    each(theme.marked),
    each(markdown.written),
    each(cards.shown),
    each(feeds.named),
    once(lists.write_llms),
    once(lists.write_sitemap),
    once(lists.remove_what_needs_a_server),
    each(theme.allowed),  # last: it counts the scripts that are there
)


def finish(project: Project, folder: Path) -> None:
    """Finish the site that a builder wrote into `folder`, whichever builder it was.

    Raises `Problem` or `Problems` that name page and part; pages are written last.
    """
    site = read_site(project, folder)
    for part in PARTS:
        part(site)
    for page in site.pages:
        site.write(page.path, page.html)
