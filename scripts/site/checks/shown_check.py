"""Whether the built site shows what there is: every pair once, and nothing stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.pages.record_mark import committed_mark
from scripts.site.checks.link_check import name_of
from scripts.site.finish.site import path_of, sources
from scripts.site.finish.theme import KEY, key_of


def check_shown(
    project: Project, folder: Path, pages: dict[Path, str]
) -> Iterator[Problem]:
    """Each pair or page that the site in `folder` does not show as it is now."""
    yield from _pairs(project, folder, pages)
    yield from _stale(project, folder, pages)


def _pairs(project: Project, folder: Path, pages: dict[Path, str]) -> Iterator[Problem]:
    """Pairs on no page or two, and those that show another record than is committed."""
    places = defaultdict[str, list[str]](list)
    for path, html in pages.items():
        for node in LexborHTMLParser(html).css("[data-pair]"):
            name = node.attributes.get("data-pair") or ""
            places[name].append(name_of(folder, path))
            if node.attributes.get("data-record") != committed_mark(project, name):
                what = f"shows another record of {name} than is committed"
                yield Problem(places[name][-1], what, "draw it again: make site")
    for path in sorted(project.snippets.glob("*/*/pair.toml")):
        name = path.parent.relative_to(project.snippets).as_posix()
        if len(places[name]) != 1:
            shown = f"is shown twice: {', '.join(places[name])}"
            what = shown if places[name] else "is shown on no page"
            remedy = f'have one line --8<-- "{name}.md" in docs/'
            yield Problem(project.show(path.parent), what, remedy)


def _stale(project: Project, folder: Path, pages: dict[Path, str]) -> Iterator[Problem]:
    """Pages that were drawn from another source, or other fragments, than there are."""
    for source in sources(project):
        path, written = path_of(folder, source), project.root / "docs" / source
        if path not in pages:
            what = f"has no page: {name_of(folder, path)} is not there"
            yield Problem(project.show(written), what, "build it: make site")
            continue
        mark = LexborHTMLParser(pages[path]).css_first(f'meta[name="{KEY}"]')
        shown = mark.attributes.get("content") if mark else None
        text = written.read_text(encoding="utf-8", errors="replace")
        if shown != key_of(text, project.fragments):
            what = f"is stale: {project.show(written)}, or what it includes, is another"
            yield Problem(name_of(folder, path), what, "draw it again: make site")
