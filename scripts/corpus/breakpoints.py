"""Programs that count stops, a cell a mode: `snippets/_debugging/breakpoints/`."""

from __future__ import annotations

from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.pairs import BREAKPOINTS, SIDES, Declaration, Pair
from scripts.corpus.snippets import Snippet, parse_snippet


def find_breakpoints(project: Project) -> list[Pair]:
    """Both programs as one thing that the runner runs; none where there is no folder.

    Raises `Problem` where one of them is missing or is no snippet.
    """
    folder = project.debugging / BREAKPOINTS
    if not folder.exists():
        return []
    snippets: dict[str, Snippet] = {}
    for side in SIDES:
        path = folder / f"in_{side}.py"
        snippets[side] = parse_snippet(project, path, _read(project, path))
    told = Declaration(BREAKPOINTS, "", "", "torch", "keras", "illustrative")
    return [Pair(BREAKPOINTS, folder, b"", told, snippets)]


def _read(project: Project, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        remedy = f"restore it with: git checkout {project.show(path)}"
        raise Problem(project.show(path), "is missing", remedy) from None
