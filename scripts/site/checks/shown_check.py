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
from scripts.site.hooks.shown_hooks import NAME, key_of


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
    for source in _sources(project):
        path = _built(project, folder, source)
        if path not in pages:
            what = f"has no page: {name_of(folder, path)} is not there"
            yield Problem(project.show(source), what, "build it: make site")
            continue
        mark = LexborHTMLParser(pages[path]).css_first(f'meta[name="{NAME}"]')
        shown = mark.attributes.get("content") if mark else None
        if shown != key_of(
            source.read_text(encoding="utf-8", errors="replace"), project.fragments
        ):
            what = f"is stale: {project.show(source)}, or what it includes, is another"
            yield Problem(name_of(folder, path), what, "draw it again: make site")


def _sources(project: Project) -> Iterator[Path]:
    """The files that become pages: Markdown that people write, and case studies."""
    docs = project.root / "docs"
    below = sorted(docs.rglob("*.md"))
    yield from (path for path in below if project.downloads not in path.parents)
    yield from sorted(project.notebooks.glob("*.ipynb"))


def _built(project: Project, folder: Path, source: Path) -> Path:
    """Where the page of a source is: in a folder, but where there is no server."""
    name = source.relative_to(project.root / "docs").with_suffix("")
    if name.name == "index" or not any(folder.glob("*/index.html")):
        return folder / name.with_suffix(".html")
    return folder / name / "index.html"
