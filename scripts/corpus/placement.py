"""Where pairs stand: the page of `docs/` that includes each."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.core.project import Project

INCLUDED = re.compile(r'^--8<-- "([a-z0-9-]+)/([a-z0-9-]+)\.md"$', re.MULTILINE)
COUNTED = ("benchmarks", "community", "versions")
"""Folders of `results/` that follow from no pair."""


def placement(project: Project) -> dict[str, str]:
    """The page that shows each pair, as a path below `docs/`."""
    docs = project.root / "docs"
    return {
        f"{topic}/{name}": page.relative_to(docs).as_posix()
        for page in _pages(project)
        for topic, name in INCLUDED.findall(page.read_text(encoding="utf-8"))
    }


def _pages(project: Project) -> list[Path]:
    """The Markdown below `docs/`, without a look at the generated downloads."""
    docs = project.downloads.parent
    folders = [p for p in docs.glob("*/") if p != project.downloads]
    return sorted([*docs.glob("*.md"), *(p for f in folders for p in f.rglob("*.md"))])
