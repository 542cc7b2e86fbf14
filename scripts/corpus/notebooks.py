"""Case studies: `docs/notebooks/<name>.py`, in Jupytext's percent format."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from scripts.core.problems import Problem, read_each
from scripts.core.project import Project
from scripts.corpus.pairs import NAME, NOTEBOOKS, Declaration, Limits, Pair
from scripts.corpus.snippets import Cell, Snippet, check_width

MARK = re.compile(r"^# %%[ \t]*(.*?)[ \t]*$", re.MULTILINE)
WIDTH = 79


def find_notebooks(project: Project, wanted: list[str]) -> list[Pair]:
    """Every case study, or those `wanted` by name; raises `Problems`."""
    paths = {p.stem: p for p in sorted(project.notebooks.glob("[!._]*.py"))}
    names = {name.removesuffix(".py").partition("/")[2] for name in wanted} - {""}
    if unknown := names - paths.keys():
        remedy = f"see what there is with: ls {project.show(project.notebooks)}"
        raise Problem(f"{NOTEBOOKS}/{min(unknown)}", "is no case study", remedy)
    chosen = [path for name, path in paths.items() if not names or name in names]
    return read_each(partial(_study, project), chosen)


def notebook_path(study: Pair) -> Path:
    """Where the notebook of a case study is generated."""
    return study.snippets["keras"].path.with_suffix(".ipynb")


def _study(project: Project, path: Path) -> Pair:
    """A case study as what the runner runs: one program on Keras with torch."""
    where, source = project.show(path), path.read_bytes()
    if not NAME.fullmatch(path.stem):
        what = "has a name that is not in lower case with hyphens"
        raise Problem(where, what, "rename the file")
    try:
        text = source.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Problem(where, "is not UTF-8 text", "save it as UTF-8") from None
    snippet = Snippet(path, text, _code_cells(where, text))
    name, declared = f"{NOTEBOOKS}/{path.stem}", _declaration(path.stem)
    return Pair(name, path.parent, source, declared, {"keras": snippet})


def _declaration(name: str) -> Declaration:
    return Declaration(
        name,
        *("", "", "torch", "keras"),
        "illustrative",
        limits=Limits(seconds=180.0),
        runtimes=["torch"],
        reason="both frameworks in one program",
    )


def _code_cells(where: str, text: str) -> list[Cell]:
    """The cells that are run; those of prose are comments to Python."""
    marks = list(MARK.finditer(text))
    if not marks or marks[0].start() or not marks[0][1].startswith("[markdown]"):
        remedy = "open it with: # %% [markdown]"
        raise Problem(f"{where}:1", "does not begin with a cell of prose", remedy)
    check_width(where, text, WIDTH, "a page")
    cells = [
        Cell(mark[1], text.count("\n", 0, mark.start()) + 1, "")
        for mark in marks
        if not mark[1].startswith("[markdown]")
    ]
    if not cells:
        raise Problem(f"{where}:1", "has no code", "open a cell with: # %%")
    return cells
