"""What needs the address of the site: a sitemap that says what is known, or none."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

SITEMAP = "sitemap.xml"
BUILT = re.compile(r"\s*<lastmod>.*?</lastmod>")


def on_post_template(
    output_content: str, template_name: str, config: MkDocsConfig
) -> str:
    """A sitemap without the day of the build, on which no page changed.

    Without an address it would list no page, which its format forbids: MkDocs
    writes no file for an empty text.
    """
    if template_name != SITEMAP:
        return output_content
    return BUILT.sub("", output_content) if config.site_url else ""
