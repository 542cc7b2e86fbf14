"""Programs that count stops, a cell a mode: `snippets/_debugging/breakpoints/`."""

from __future__ import annotations

from scripts.core.project import Project
from scripts.corpus.pairs import BREAKPOINTS, SIDES, Declaration, Pair
from scripts.corpus.snippets import Snippet, parse_snippet, read_source


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
        remedy = f"restore it with: git checkout {project.show(path)}"
        source = read_source(project, path, remedy)
        snippets[side] = parse_snippet(project, path, source)
    declaration = Declaration(BREAKPOINTS, "", "", "torch", "keras", "illustrative")
    return [Pair(BREAKPOINTS, folder, b"", declaration, snippets)]
