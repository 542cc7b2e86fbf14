"""Measured numbers that a claim can cite: one cell of a table, by its name."""

from __future__ import annotations

from msgspec import Struct

from scripts.core.markup import escape


class Cell(Struct, frozen=True):
    """One number or word of a table of measurements.

    `value` is what was measured, `text` what the table shows of it, with its
    unit; `address` leads to it, from the root of the site.
    """

    value: float | str
    text: str
    address: str


Cells = dict[str, Cell]
"""Cells by name, `family/row/column`, such as `code-size/all/tokens-ratio`."""


def anchor(name: str) -> str:
    """The address of a cell on its page, such as `cell-code-size-all-tokens-ratio`."""
    return f"cell-{name.replace('/', '-')}"


def shown(name: str, cells: Cells) -> str:
    """What a table in Markdown holds for a cell: its text, at its address."""
    return f'<span id="{anchor(name)}">{escape(cells[name].text)}</span>'
