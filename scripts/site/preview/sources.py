"""Of what each page and file of the site is made, to tell what has changed since."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.core.project import Project

INCLUDE = re.compile(r'^--8<-- "([^"]+)"$', re.MULTILINE)
TEXT = ""  # stands for the Markdown of a page itself, beside its fragments
Digests = dict[str, str]


@dataclass(frozen=True)
class Source:
    """The Markdown of a page, and every fragment that it includes, by name."""

    text: str
    fragments: dict[str, str]

    def digests(self) -> Digests:
        """A digest of each, to be compared part by part."""
        return {
            name: digest(text)
            for name, text in ({TEXT: self.text} | self.fragments).items()
        }


@dataclass(frozen=True)
class Sources:
    """All that a site is made of: pages by part, other files by status."""

    pages: dict[str, Digests] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def agreeing(self, other: Sources) -> Sources:
        """What is the same here and there."""
        pages = {n: d for n, d in self.pages.items() if other.pages.get(n) == d}
        files = {n: s for n, s in self.files.items() if other.files.get(n) == s}
        return Sources(pages, files)


def sources_of_all(project: Project) -> Sources:
    """Look at all that people write and builds draw below `docs/`, and at the frame."""
    docs = project.root / "docs"
    names = [path.relative_to(docs).as_posix() for path in _below(docs)]
    found = {name: source_of(project, name) for name in names if name.endswith(".md")}
    pages = {name: source.digests() for name, source in found.items() if source}
    files = {name: status(docs / name) for name in names if name not in pages}
    frame = [*_below(project.root / "overrides"), project.root / "mkdocs.yml"]
    return Sources(pages, files | {str(path): status(path) for path in frame})


def source_of(project: Project, name: str) -> Source | None:
    """The Markdown of a page below `docs/`; None where there is none."""
    text = _text(project.root / "docs" / name)
    if text is None:
        return None
    return Source(text, dict(_included(project, text)))


def _included(
    project: Project, text: str, above: tuple[str, ...] = ()
) -> Iterator[tuple[str, str]]:
    for name in INCLUDE.findall(text):
        found = None if name in above else _text(project.fragments / name)
        if found is not None:
            yield name, found
            yield from _included(project, found, (*above, name))


def digest(text: str) -> str:
    """A short digest of a text."""
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def status(path: Path) -> str:
    """Which file this is, when it was written, and how long it is."""
    try:
        seen = path.stat()
    except OSError:
        return "missing"
    return f"{seen.st_ino} {seen.st_mtime_ns} {seen.st_size}"


def _below(folder: Path) -> Iterator[Path]:
    """The files in a folder, but for those that are hidden."""
    for above, _, names in os.walk(folder):
        yield from (Path(above, name) for name in sorted(names) if name[0] != ".")


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
