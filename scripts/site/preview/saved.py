"""What people write and save, and what each saved file asks for."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, awatch

from scripts.core.project import Project
from scripts.pages.paths import fragment_path

FOLDERS = ("snippets", "docs", "overrides", "scripts/pages/templates")
FILES = ("mkdocs.yml", "CHANGELOG.md")
GENERATED = re.compile(
    r"docs/(?:downloads|data)/|docs/notebooks/[^/]+\.ipynb$|(?:^|/)(?:\.|__pycache__/)|~$"
)
PAIR = re.compile(r"snippets/([a-z0-9-]+/[a-z0-9-]+)/[^/]+$")
RUNS = re.compile(
    r"snippets/|docs/[^/]+\.yaml$|docs/notebooks/|scripts/|CHANGELOG\.md$"
    r"|docs/glossary\.md$"
)
FRAME = re.compile(r"mkdocs\.yml$|overrides/|docs/glossary\.md$")
STEP = 20  # milliseconds without a save, in which an editor writes all that it writes
LONGEST = 400  # milliseconds after which what was saved is looked at in any case


@dataclass(frozen=True)
class Saved:
    """What is to be done about some saved files.

    `pairs` can be brought up to date by themselves; with `everything` all is looked
    at. With `frame` something has changed that every page shows, with `configuration`
    also how Markdown is read.
    """

    pairs: list[str]
    everything: bool
    frame: bool
    configuration: bool


def what_is_due(project: Project, names: Iterable[str]) -> Saved:
    """Look at the names of saved files, from the root."""
    names = set(names)
    found = {name: _pair_of(project, name) for name in names if RUNS.match(name)}
    pairs = sorted({pair for pair in found.values() if pair})
    everything = not all(found.values())
    frame = any(map(FRAME.match, names))
    return Saved(pairs, everything, frame, "mkdocs.yml" in names)


def _pair_of(project: Project, name: str) -> str:
    """The pair that a file belongs to, if it is whole and was drawn before."""
    found = PAIR.match(name)
    if found is None:
        return ""
    declared = project.snippets / found[1] / "pair.toml"
    drawn = declared.exists() and fragment_path(project, found[1]).exists()
    return found[1] if drawn else ""


async def saved_in_folders(project: Project) -> AsyncIterator[set[str]]:
    """The files that were saved, again and again, in the folders where people write."""
    folders = [project.root / name for name in FOLDERS]
    found = [folder for folder in folders if folder.is_dir()]
    async for names in _watched(project, found, recursive=True):
        yield names


async def saved_in_root(project: Project) -> AsyncIterator[set[str]]:
    """The same for files in the root: editors replace a file, so its folder counts."""
    async for names in _watched(project, [project.root], recursive=False):
        if names & set(FILES):
            yield names & set(FILES)


async def _watched(
    project: Project, paths: list[Path], *, recursive: bool
) -> AsyncIterator[set[str]]:
    def is_written_by_people(_: Change, path: str) -> bool:
        return not GENERATED.search(_name(project, path))

    async for changes in awatch(
        *paths,
        watch_filter=is_written_by_people,
        step=STEP,
        debounce=LONGEST,
        recursive=recursive,
        yield_on_timeout=False,
    ):
        yield {_name(project, path) for _, path in changes}


def _name(project: Project, path: str) -> str:
    return Path(path).relative_to(project.root).as_posix()
