"""Old addresses: a page that has gone leads on, and so does an anchor that has.

`extra.redirects` of `mkdocs.yml` maps old to new as `mkdocs-redirects` and Zensical
write it: `old.md: new.md`, `page.md#old: other.md#new`. That plugin knows no anchors
of pages that are still there, and writes scripts that no policy allows.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import html as entities
import logging
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

log = logging.getLogger("mkdocs.hooks.redirects")
TEMPLATE = "redirect.html"
LINE = (
    '<p class="moved" id="{anchor}" data-search-exclude>'
    'What was here is now in <a href="{link}">{title}</a>.</p>'
)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the anchors that have left a page: each becomes a line that leads on."""
    lines = [
        LINE.format(anchor=entities.escape(anchor), link=link, title=title)
        for name, anchor, new in redirects(config)
        if name == page.file.src_uri and anchor
        for link, title in [linked(new, page.file, files)]
    ]
    return html + "".join(lines)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Write a page for each that has gone, and complain of redirects to nowhere."""
    for name, anchor, new in redirects(config):
        if problem := problem_of(name, anchor, new, files):
            log.warning("mkdocs.yml: extra.redirects: %s", problem)
    names = {name for name, *_ in redirects(config)}
    for name in sorted(n for n in names if not files.get_file_from_path(n)):
        write_page(name, env, config, files)
    return env


def redirects(config: MkDocsConfig) -> Iterator[tuple[str, str, str]]:
    """Each redirect: the old page, its anchor or "", and where it leads."""
    for old, new in (config.extra.get("redirects") or {}).items():
        name, _, anchor = old.partition("#")
        yield name, anchor, new


def problem_of(name: str, anchor: str, new: str, files: Files) -> str:
    """What is wrong with a redirect, in words; "" if nothing is."""
    target, _, at = new.partition("#")
    found, old = files.get_file_from_path(target), files.get_file_from_path(name)
    if not (found and found.page):
        return f"{new} is no page"
    if at and at not in (found.page.present_anchor_ids or ()):
        return f"{target} has no anchor {at}"
    there = (old.page.present_anchor_ids or ()) if old and old.page else ()
    if old and (not anchor or anchor in there):
        return f"{name}{'#' * bool(anchor)}{anchor} is still there"
    return ""


def write_page(name: str, env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the page that stands in for one that has gone."""
    old = File(name, None, config.site_dir, config.use_directory_urls)
    whole = [new for n, anchor, new in redirects(config) if n == name and not anchor]
    moved = [
        (anchor, *linked(new, old, files))
        for n, anchor, new in redirects(config)
        if n == name and anchor
    ]
    link, title = linked(whole[0] if whole else "index.md", old, files)
    html = env.get_template(TEMPLATE).render(link=link, title=title, moved=moved)
    html = config.plugins.on_post_template(html, template_name=TEMPLATE, config=config)
    target = Path(old.abs_dest_path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(html, encoding="utf-8")


def linked(new: str, old: File, files: Files) -> tuple[str, str]:
    """The address of a page or anchor seen from `old`, and what the page is called."""
    name, sign, anchor = new.partition("#")
    found = files.get_file_from_path(name)
    if not (found and found.page):
        return "", ""
    return get_relative_url(found.url, old.url) + sign + anchor, str(found.page.title)
