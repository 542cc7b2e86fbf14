"""Tables of a page: rows of cells, as Markdown here and as HTML in templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scripts.core import markup
from scripts.measurements.cells import Cells, anchor


class Cell(NamedTuple):
    """What a table holds in one place.

    Backticks in `text` mark code; with `code` all of it is. `number` stands before
    it, and `looks` is its class in HTML. Plain Markdown shows `plain` instead,
    where there is one.
    """

    text: str
    code: bool = False
    number: str = ""
    looks: str = ""
    plain: str = ""

    def markdown(self) -> str:
        """The cell on one line of Markdown."""
        text = markup.code_span(self.text) if self.code else self.text
        return f"{self.number} {self.plain or text}".strip()


class Table(NamedTuple):
    """A head and rows below it; the first cell of a row names it."""

    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]

    def markdown(self) -> str:
        """The table for whoever reads plain text."""
        rows = [[cell.markdown() for cell in row] for row in self.rows]
        return markup.table([*self.head], rows)


def measured(cells: Cells, start: str, columns: Iterable[str]) -> list[str]:
    """A row of measured cells in Markdown, each at its address."""
    return [shown(cells, f"{start}{column}") for column in columns]


def shown(cells: Cells, name: str) -> str:
    """What a table in Markdown holds for a measured cell: its text, at its address."""
    return f'<span id="{anchor(name)}">{markup.escape(cells[name].text)}</span>'
