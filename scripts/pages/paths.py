"""Where what pages show is generated: files of each pair, fragments of all pairs."""

from __future__ import annotations

from pathlib import Path

from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Pair


def fragment_path(project: Project, pair: str) -> Path:
    """Where the Markdown of a pair is generated."""
    return project.fragments / f"{pair}.md"


def download_paths(project: Project, pair: Pair) -> list[Path]:
    """Where what a reader takes away is generated; the last is all of it in one."""
    names = [f"in_{side}.{kind}" for side in SIDES for kind in ("py", "ipynb")]
    folder = project.downloads / pair.name
    return [folder / name for name in (*names, f"{pair.anchor}.zip")]


def plain_path(project: Project, pair: str) -> Path:
    """Where a pair is generated as Markdown without HTML."""
    return project.plain / f"{pair}.md"
