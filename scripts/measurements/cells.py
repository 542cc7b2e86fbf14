"""Measured numbers that a claim can cite: one cell of a table, by its name."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


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


def cells_on(page: str, measured: Mapping[str, tuple[float | str, str]]) -> Cells:
    """The cells of a page, whose address is `page`, from their values and texts."""
    return {
        name: Cell(value, text, f"{page}#{anchor(name)}")
        for name, (value, text) in measured.items()
    }
