"""Claims that cite a measured cell: whether it is there, and still bears them out."""

from __future__ import annotations

import operator
import re

from scripts.claims.claims import REMEDY, Claim, Evidence
from scripts.core.problems import Problem
from scripts.measurements.cells import Cell, Cells

RELATION = re.compile(r"(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)")
HOLDS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def check_cited(where: str, claims: list[Claim], cells: Cells) -> list[Problem]:
    """What is wrong with the cells that the claims cite."""
    return [
        Problem(where, f"claim {claim.id!r} {what}", REMEDY)
        for claim in claims
        for item in claim.evidence
        if item.cell
        if (what := _unsupported(item, cells.get(item.cell)))
    ]


def cites_cells(claims: list[Claim]) -> bool:
    """Whether any claim does, so that nothing is counted for nothing."""
    return any(item.cell for claim in claims for item in claim.evidence)


def _unsupported(item: Evidence, cell: Cell | None) -> str:
    if cell is None:
        return f"cites the cell {item.cell!r}, which no table has"
    relation = RELATION.fullmatch(item.stands)
    if relation and not isinstance(cell.value, int | float):
        return f"compares {item.cell} with a number, but it is {cell.text!r}"
    if item.stands and not _stands(cell, item.stands, relation):
        return f"stands while {item.cell} is {item.stands}, but it is {_told(cell)}"
    return ""


def _stands(cell: Cell, stands: str, relation: re.Match[str] | None) -> bool:
    """A relation compares the number; anything else is the text itself."""
    if relation and not isinstance(cell.value, str):
        return bool(HOLDS[relation[1]](cell.value, float(relation[2])))
    return stands in (cell.text, str(cell.value))


def _told(cell: Cell) -> str:
    """The text of a cell, and the number behind it where that says more."""
    return cell.text if cell.text == str(cell.value) else f"{cell.text} ({cell.value})"
