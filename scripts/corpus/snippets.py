"""A snippet in the percent format: a preamble, then titled cells."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

from msgspec import Struct

from scripts.core.problems import Problem
from scripts.core.project import Project, read_bytes

CELL = re.compile(r"^# %%[ \t]*(.*?)[ \t]*$", re.MULTILINE)
IMPORT = re.compile(r"^\s*(?:import|from)\s+(\w+)", re.MULTILINE)
WIDTH = 68


class Cell(Struct, frozen=True):
    """A titled step. `line` is that of its title; `code` is what follows it."""

    title: str
    line: int
    code: str


class Snippet(Struct, frozen=True):
    """One side of a pair: a complete program."""

    path: Path
    text: str
    cells: list[Cell]

    @property
    def imports(self) -> set[str]:
        """The top-level modules that the program names in its imports."""
        return set(IMPORT.findall(self.text))

    @property
    def preamble(self) -> str:
        """What stands before the first cell; empty where nothing does."""
        lines = self.text.split("\n")[: self.cells[0].line - 1]
        return "\n".join(lines).strip("\n")


def read_source(project: Project, path: Path, remedy: str) -> bytes:
    """What a person wrote at `path`; raises `Problem` where there is no such file."""
    found = read_bytes(path)
    if found is None:
        raise Problem(project.show(path), "is missing", remedy)
    return found


@cache
def parse_snippet(project: Project, path: Path, source: bytes) -> Snippet:
    """The cells of the snippet at `path`; raises `Problem` where it has none."""
    where = project.show(path)
    try:
        text = source.decode()
    except UnicodeDecodeError:
        raise Problem(where, "is not UTF-8 text", "save it as UTF-8") from None
    text = text.replace("\r\n", "\n")
    cells = _cells(where, text)
    _check_preamble(where, "\n".join(text.split("\n")[: cells[0].line - 1]))
    check_width(where, text, WIDTH, "a side of the page")
    return Snippet(path, text, cells)


def _cells(where: str, text: str) -> list[Cell]:
    marks = list(CELL.finditer(text))
    if not marks:
        raise Problem(f"{where}:1", "has no cell", "open one with: # %% Title")
    cells: list[Cell] = []
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        line = text.count("\n", 0, mark.start()) + 1
        code = text[mark.end() : after.start() if after else len(text)]
        _check_cell(f"{where}:{line}", mark[1], code, cells)
        cells.append(Cell(mark[1], line, code.strip("\n")))
    return cells


def _check_cell(where: str, title: str, code: str, before: list[Cell]) -> None:
    if not title:
        raise Problem(where, "a cell has no title", "write: # %% Title")
    if not code.strip():
        raise Problem(where, f"cell {title!r} is empty", "write its code or remove it")
    if title in [cell.title for cell in before]:
        raise Problem(where, f"a second cell is called {title!r}", "rename one of them")


def _check_preamble(where: str, text: str) -> None:
    """What stands before the first cell is not shown, so it may not do anything."""
    try:
        body = ast.parse(text).body
    except SyntaxError as error:
        at = f"{where}:{error.lineno}"
        raise Problem(
            at, f"cannot be parsed: {error.msg}", "correct the line"
        ) from None
    for node in body:
        if not re.fullmatch(
            r"""(?s)(['"]{1,3}).*\1|import os|os\.environ\.setdefault\(.*\)""",
            ast.unparse(node),
        ):
            what = "code before the first cell would not be shown on the page"
            remedy = "move it below the first: # %% Title"
            raise Problem(f"{where}:{node.lineno}", what, remedy)


def check_width(where: str, text: str, width: int, place: str) -> None:
    """Raise `Problem` where a line is too long for the place where it is shown."""
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > width:
            what = f"has {len(line)} columns; {place} holds {width}"
            raise Problem(f"{where}:{number}", what, "break the line")
