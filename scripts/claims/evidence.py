"""Whether the pairs and the measured cells that claims cite still bear them out."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Iterator, Mapping
from functools import cache

from scripts.claims.claims import REMEDY, Claim, Evidence
from scripts.core.problems import Problem
from scripts.corpus.pairs import Pair
from scripts.measurements.cells import Cell, Cells

RELATION = re.compile(r"(<=|>=|<|>)\s*(-?\d+(?:\.\d+)?)")
HOLDS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def check_evidence(
    where: str, claims: list[Claim], pairs: Mapping[str, Pair], cells: Cells
) -> list[Problem]:
    """What is wrong with the pairs and the cells that the claims name."""
    return [
        Problem(where, f"claim {claim.id!r} {what}", REMEDY)
        for claim in claims
        for item in claim.evidence
        for what in _unsupported(item, pairs, cells)
    ]


def cites_cells(claims: list[Claim]) -> bool:
    """Whether any claim does, so that nothing is counted for nothing."""
    return any(item.cell for claim in claims for item in claim.evidence)


def _unsupported(
    item: Evidence, pairs: Mapping[str, Pair], cells: Cells
) -> Iterator[str]:
    if item.pair:
        yield from _without_pair(item, pairs.get(item.pair))
    if item.cell:
        yield from _without_cell(item, cells.get(item.cell))


def _without_pair(item: Evidence, pair: Pair | None) -> Iterator[str]:
    if pair is None:
        yield f"names the pair {item.pair!r}, which does not exist"
    elif item.asserts and _canonical(item.asserts) not in _assertions(pair):
        yield f"cites an assert that {pair.name} does not make: {item.asserts}"
    elif item.compares and item.compares not in pair.declaration.compare:
        yield f"cites a value that {pair.name} does not compare: {item.compares}"
    elif item.raises and not getattr(pair.declaration.raises, item.raises):
        yield f"cites an error that {pair.name} does not declare in {item.raises}"


def _assertions(pair: Pair) -> set[str]:
    """Every expression that one of the snippets asserts, in canonical form.

    Raises `Problem` where a snippet is no Python.
    """
    found = set[str]()
    for snippet in pair.snippets.values():
        try:
            found |= _asserted(snippet.text)
        except SyntaxError as error:
            where = f"snippets/{pair.name}/{snippet.path.name}:{error.lineno}"
            what = f"SyntaxError: {error.msg}"
            raise Problem(where, what, "correct the line") from None
    return found


@cache
def _asserted(text: str) -> frozenset[str]:
    nodes = ast.walk(ast.parse(text))
    return frozenset(ast.unparse(n.test) for n in nodes if isinstance(n, ast.Assert))


def _canonical(expression: str) -> str:
    try:
        return ast.unparse(ast.parse(expression.strip(), mode="eval"))
    except SyntaxError:
        return expression


def _without_cell(item: Evidence, cell: Cell | None) -> Iterator[str]:
    if cell is None:
        yield f"cites the cell {item.cell!r}, which no table has"
        return
    relation = RELATION.fullmatch(item.stands)
    if relation and not isinstance(cell.value, int | float):
        yield f"compares {item.cell} with a number, but it is {cell.text!r}"
    elif item.stands and not _stands(cell, item.stands, relation):
        yield f"stands while {item.cell} is {item.stands}, but it is {_shown(cell)}"


def _stands(cell: Cell, stands: str, relation: re.Match[str] | None) -> bool:
    """A relation compares the number; anything else is the text itself."""
    if relation and not isinstance(cell.value, str):
        return bool(HOLDS[relation[1]](cell.value, float(relation[2])))
    return stands in (cell.text, str(cell.value))


def _shown(cell: Cell) -> str:
    """The text of a cell, and the number behind it where that says more."""
    return cell.text if cell.text == str(cell.value) else f"{cell.text} ({cell.value})"
