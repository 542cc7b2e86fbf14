"""Tables of a page: rows of cells, as Markdown here and as HTML in templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


def measured_table(
    cells: Cells,
    title: str,
    rows: Mapping[str, str],
    columns: Mapping[str, str],
    absent: str | None = None,
) -> str:
    """Measured cells in Markdown, each at its address.

    `rows` holds by label the names of cells with `{}` for the column, `columns` their
    titles by column; `absent` stands where there is no such cell.
    """
    body = [
        [label, *measured_row(cells, names, columns, absent)]
        for label, names in rows.items()
    ]
    return markup.table([title, *columns.values()], body)


def measured_row(
    cells: Cells, names: str, columns: Iterable[str], absent: str | None = None
) -> list[str]:
    """The same of one row, for tables that hold more than measured cells."""
    found = [names.format(column) for column in columns]
    return [
        absent if absent is not None and name not in cells else _shown(cells, name)
        for name in found
    ]


def _shown(cells: Cells, name: str) -> str:
    return f'<span id="{anchor(name)}">{markup.escape(cells[name].text)}</span>'
