"""Find what is run: each folder or file becomes a `Pair`, validated."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from scripts.core.problems import Problem, read_each
from scripts.core.project import Project
from scripts.corpus.breakpoints import find_breakpoints
from scripts.corpus.mistakes import find_mistakes
from scripts.corpus.notebooks import find_notebooks
from scripts.corpus.pairs import (
    BREAKPOINTS,
    MISTAKES,
    NAME,
    NOTEBOOKS,
    SIDES,
    Declaration,
    Pair,
    parse_declaration,
)
from scripts.corpus.snippets import Snippet, parse_snippet, read_source


def find_all(project: Project, wanted: list[str]) -> list[Pair]:
    """Everything that is run and is wanted; all where nothing is named."""
    asked = {kind: _of_kind(wanted, kind) for kind in OTHERS}
    pairs = [name for name in wanted if name.split("/")[0] not in OTHERS]
    found = find_pairs(project, pairs) if pairs or not wanted else []
    for kind, find in OTHERS.items():
        found += find(project, asked[kind]) if asked[kind] or not wanted else []
    return found


def _of_kind(wanted: list[str], kind: str) -> list[str]:
    return [name for name in wanted if name.split("/")[0] == kind]


def _mistakes(project: Project, wanted: list[str]) -> list[Pair]:
    found = find_mistakes(project, wanted)
    return [pair for mistake in found for pair in (mistake.made, mistake.mended)]


OTHERS: dict[str, Callable[[Project, list[str]], list[Pair]]] = {
    NOTEBOOKS: find_notebooks,
    MISTAKES: _mistakes,
    BREAKPOINTS: lambda project, wanted: find_breakpoints(project),
}


def find_pairs(project: Project, wanted: list[str] | None = None) -> list[Pair]:
    """Every pair, or those `wanted` by name or topic, sorted by name.

    Raises `Problems` with everything that is wrong with the ones it reads.
    """
    return read_each(partial(read_pair, project), _choose(project, wanted or []))


def _choose(project: Project, wanted: list[str]) -> list[Path]:
    folders = [
        path for path in sorted(project.snippets.glob("[!._]*/[!._]*")) if path.is_dir()
    ]
    if not wanted:
        return folders
    chosen: set[Path] = set()
    for name in (text.strip("/").removeprefix("snippets/") for text in wanted):
        asked = project.snippets / name
        hits = [p for p in folders if p == asked or p.parent == asked]
        if not hits:
            remedy = f"see what there is with: ls {project.show(project.snippets)}"
            raise Problem(name, "is neither a pair nor a topic", remedy)
        chosen.update(hits)
    return sorted(chosen)


def read_pair(project: Project, folder: Path) -> Pair:
    """The pair in `folder`; raises `Problem` or `Problems` when it is not one."""
    _check_name(project, folder)
    remedy = f"add it, or start over with: make new PAIR={folder.name}"
    source = read_source(project, folder / "pair.toml", remedy)
    declaration = parse_declaration(project.show(folder / "pair.toml"), source)
    _check_files(project, folder, declaration)
    snippets: dict[str, Snippet] = {}
    for side in SIDES:
        path = folder / f"in_{side}.py"
        text = read_source(project, path, remedy)
        snippets[side] = parse_snippet(project, path, text)
    _check_titles(project, folder, snippets)
    name = folder.relative_to(project.snippets).as_posix()
    return Pair(name, folder, source, declaration, snippets)


def _check_name(project: Project, folder: Path) -> None:
    for part in (folder.parent.name, folder.name):
        if not NAME.fullmatch(part):
            what = f"the name {part!r} is not in lower case with hyphens"
            raise Problem(project.show(folder), what, "rename the folder")


def _check_files(project: Project, folder: Path, declaration: Declaration) -> None:
    for name in declaration.files:
        path = folder / name
        if Path(name).name != name or not path.is_file() or path.is_symlink():
            where = project.show(folder / "pair.toml")
            what = f"files: {name!r} is no file in this folder"
            raise Problem(where, what, "add the file or remove its name")


def _check_titles(project: Project, folder: Path, snippets: dict[str, Snippet]) -> None:
    ours, theirs = (snippets[side].cells for side in SIDES)
    for number in range(max(len(ours), len(theirs))):
        left = ours[number].title if number < len(ours) else "(no cell)"
        right = theirs[number].title if number < len(theirs) else "(no cell)"
        if left != right:
            line = (theirs[number] if number < len(theirs) else theirs[-1]).line
            where = f"{project.show(folder / 'in_keras.py')}:{line}"
            what = f"cell {number + 1} is {right!r} but in_pytorch.py has {left!r}"
            remedy = "give both sides the same titles in the same order"
            raise Problem(where, what, remedy)
