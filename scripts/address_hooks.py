"""What needs the address of the site: a sitemap that says what is known, or none."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig

SITEMAP = "sitemap.xml"
BUILT = re.compile(r"\s*<lastmod>.*?</lastmod>")


def on_config(config: MkDocsConfig) -> None:
    """Without an address a sitemap would list no page, which its format forbids."""
    if not config.site_url:
        config.theme.static_templates.discard(SITEMAP)


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Leave out the day of the build, on which no page changed."""
    return BUILT.sub("", output_content) if template_name == SITEMAP else output_content
