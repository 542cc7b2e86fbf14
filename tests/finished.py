"""A page as a builder wrote it, in a site that knows what `mkdocs.yml` says."""

from __future__ import annotations

from pathlib import Path

import yaml

from scripts.core.project import Project
from scripts.site.finish.pages import Page
from scripts.site.finish.site import Site, read_site

HTML = '<html><head><meta charset="utf-8">{}</head><article>{}</article></html>'
CANONICAL = '<link rel="canonical" href="{}">'
FRONT = '---\ntitle: A <page>\ndescription: It "says" so.\n---\n\nText.\n'


def built_site(root: Path, content: str, source: str, **settings: object) -> Site:
    """A site of three pages, one of them with `content`, published at `site_url`."""
    address = str(settings.get("site_url") or "")
    told = {"site_name": "Site", "site_description": "All of it."} | settings
    home = HTML.format(CANONICAL.format(address) if address else "", "Home")
    texts = {
        "mkdocs.yml": yaml.safe_dump(told),
        "docs/index.md": FRONT,
        "docs/other.md": FRONT,
        f"docs/{source}": FRONT,
        "site/index.html": home,
        "site/other/index.html": HTML.format("", "Other"),
        f"site/{source.removesuffix('.md')}/index.html": HTML.format("", content),
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return read_site(Project(root), root / "site")


def built_page(
    root: Path, content: str, source: str = "page.md", **settings: object
) -> Page:
    """The page with `content` of such a site."""
    return built_site(root, content, source, **settings).by_source[source]
