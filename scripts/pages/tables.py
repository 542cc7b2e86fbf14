"""Tables of a page: rows of cells, as Markdown or as HTML on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from scripts.core import markup
from scripts.core.markup import code_span, encode, escape, prose
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

    def html(self) -> Markup:
        """What stands between the tags of the cell."""
        before = Markup("<span>{}</span> ").format(self.number) if self.number else ""
        if self.code:
            return before + Markup("<code>{}</code>").format(encode(self.text))
        return before + prose(self.text)

    def markdown(self) -> str:
        """The same on one line of Markdown."""
        text = self.plain or (code_span(self.text) if self.code else self.text)
        return " ".join(f"{self.number} {text}".split())


class Table(NamedTuple):
    """A head and rows below it; the first cell of a row names it.

    `attributes` are those of each row in HTML.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    attributes: Sequence[str] = ()

    def html(self, caption: str = "") -> Markup:
        """The table for a page, on one line."""
        head = "".join(f'<th scope="col">{encode(title)}</th>' for title in self.head)
        known = self.attributes or [""] * len(self.rows)
        rows = "".join(map(_row, self.rows, known))
        title = f"<caption>{encode(caption)}</caption>" if caption else ""
        return Markup(
            f'<table class="plain">{title}<thead><tr>{head}</tr></thead>'
            f"<tbody>{rows}</tbody></table>"
        )

    def markdown(self) -> str:
        """The table for whoever reads plain text."""
        rows = [[cell.markdown() for cell in row] for row in self.rows]
        return markup.table([*self.head], rows)


def _row(cells: Sequence[Cell], attributes: str) -> str:
    first, *others = cells
    columns = "".join(
        f'<td class="{cell.looks}">{cell.html()}</td>'
        if cell.looks
        else f"<td>{cell.html()}</td>"
        for cell in others
    )
    tag = f"tr {attributes}".rstrip()
    return f'<{tag}><th scope="row">{first.html()}</th>{columns}</tr>'


def measured(cells: Cells, start: str, columns: Iterable[str]) -> list[str]:
    """A row of measured cells in Markdown, each at its address."""
    return [shown(cells, f"{start}{column}") for column in columns]


def shown(cells: Cells, name: str) -> str:
    """What a table in Markdown holds for a measured cell: its text, at its address."""
    return f'<span id="{anchor(name)}">{escape(cells[name].text)}</span>'
