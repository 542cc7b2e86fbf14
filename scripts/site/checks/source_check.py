"""What must be true of the pages' sources before a site is built from them."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.meta import get_data
from mkdocs.utils.yaml import yaml_load

from scripts.build.outputs import find_orphans, outputs_of_all
from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.find import find_all
from scripts.corpus.runtimes import read_runtimes

KEYS = {"title", "description"}
INCLUDED = re.compile(r'--8<-- "([^"]+)"')
PEOPLE = ("docs", "overrides", "snippets", "results", "build/fragments")
CONFIGURATION = "mkdocs.yml"
COMMENT = "the first lines of a page are: ---, title: ..., description: ..., ---"


def check_sources(project: Project) -> list[Problem]:
    """Everything that is wrong with pages, navigation, includes and records."""
    if found := [*_links_out(project)]:
        return found  # what they lead to is not the project's
    pages = _pages(project)
    for name, text in pages.items():
        found += _front_matter(name, text)
    found += _navigation(project, pages.keys() | _notebooks(project))
    found += _includes(project, pages)
    return found + list(_orphans(project))


def _pages(project: Project) -> dict[str, str]:
    """The Markdown of every page that people write, by its path below `docs/`."""
    docs = project.root / "docs"
    found = [p for p in docs.rglob("*.md") if project.downloads not in p.parents]
    return {p.relative_to(docs).as_posix(): _text(p) for p in sorted(found)}


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _notebooks(project: Project) -> set[str]:
    return {f"notebooks/{path.stem}.ipynb" for path in project.notebooks.glob("*.py")}


def _links_out(project: Project) -> Iterator[Problem]:
    """Symbolic links, which MkDocs and its includes follow out of the project."""
    for top in PEOPLE:
        for path in (project.root / top, *_below(project.root / top)):
            if path.is_symlink():
                what = f"is a symbolic link to {path.readlink()}"
                yield Problem(project.show(path), what, "put the file itself there")


def _below(top: Path) -> Iterator[Path]:
    for above, folders, names in os.walk(top):
        yield from (Path(above, name) for name in (*folders, *names))


def _front_matter(name: str, text: str) -> Iterator[Problem]:
    keys = get_data(text)[1]
    where = f"docs/{name}"
    for key in sorted(map(str, keys.keys() - KEYS)):
        yield Problem(where, f"its front matter has the unknown key {key}", COMMENT)
    for key in sorted(KEYS):
        value = keys.get(key)
        if not isinstance(value, str) or not value.strip():
            yield Problem(where, f"its front matter has no {key}", COMMENT)
        elif re.search(r"[<>]", value):
            yield Problem(where, f"the {key} in its front matter holds HTML", COMMENT)


def _navigation(project: Project, pages: set[str]) -> Iterator[Problem]:
    try:
        settings = yaml_load(_text(project.root / CONFIGURATION))
    except ConfigurationError as error:
        yield Problem(CONFIGURATION, f"is no YAML: {error}", "mend it")
        return
    listed = list(_flat(settings.get("nav") or []))
    counted = Counter(page for _, page in listed)
    for page, count in counted.items():
        if count > 1:
            what = f"nav lists {page} {count} times"
            yield Problem(CONFIGURATION, what, "leave one of them")
        if page not in pages:
            what = f"nav lists {page}, which is no page below docs/"
            yield Problem(CONFIGURATION, what, "write it, or take it out of nav")
    for page in sorted(pages - counted.keys()):
        yield Problem(f"docs/{page}", "is not in nav", f"list it in {CONFIGURATION}")
    for title, _ in listed:
        if re.search(r"[<>]", title):
            what = f"a title in nav holds HTML: {title}"
            yield Problem(CONFIGURATION, what, "write it as plain text")


def _flat(entries: list[Any], above: str = "") -> Iterator[tuple[str, str]]:
    """Titles, with those above them, and file of every entry of the navigation."""
    for entry in entries:
        if not isinstance(entry, dict):
            yield above, str(entry)
            continue
        for title, below in entry.items():
            if isinstance(below, list):
                yield from _flat(below, f"{above}{title} / ")
            else:
                yield f"{above}{title}", str(below)


def _includes(project: Project, pages: dict[str, str]) -> Iterator[Problem]:
    """Fragments that are missing, on no page, or on more than one."""
    places: dict[str, list[str]] = {}
    for page, text in pages.items():
        for name in INCLUDED.findall(text):
            places.setdefault(name, []).append(f"docs/{page}")
    made = {
        path.relative_to(project.fragments).as_posix(): path
        for path in project.fragments.rglob("*.md")
    }
    for name, shown in sorted(places.items()):
        if name not in made:
            what = f"includes {name}, which is no fragment"
            yield Problem(shown[0], what, "is its name right? then: make run")
        elif len(shown) > 1:
            what = f"includes {name}, as does {', '.join(shown[1:])}"
            yield Problem(shown[0], what, "leave one of them")
    for name in sorted(made.keys() - places.keys()):
        what = "is included by no page"
        remedy = f'have one line --8<-- "{name}" in docs/'
        yield Problem(project.show(made[name]), what, remedy)


def _orphans(project: Project) -> Iterator[Problem]:
    everything, runtimes = find_all(project, []), read_runtimes(project)
    for path in find_orphans(project, outputs_of_all(project, everything, runtimes)):
        yield Problem(project.show(path), "belongs to no pair", "take it out: make run")
