"""Packages by the month of their last release: a figure, its words and its numbers."""

from __future__ import annotations

from scripts.core.markup import table
from scripts.measurements.community import FRAMEWORKS, Community, Month
from scripts.pages.blocks import folded
from scripts.pages.charts import Spec, lines, quantity
from scripts.pages.drawing import figure_html

FIRST = "2016"
CAPTION = "Packages that mention a framework, by the month of their last release."


def _complete(counted: Community) -> list[Month]:
    """The months to draw: without the last, which was not over when it was counted."""
    return [m for m in counted.months[:-1] if m.last_release_month >= FIRST]


def in_words(counted: Community) -> str:
    """What the figure shows, for those who do not see it."""
    months = _complete(counted)
    first, last = months[0], months[-1]
    counts = [
        f"{FRAMEWORKS[name]}: from {getattr(first, name)} to {getattr(last, name)}"
        for name in FRAMEWORKS
    ]
    return (
        f"{CAPTION} From {first.last_release_month} to {last.last_release_month}. "
        f"{'; '.join(counts)}."
    )


def figure(counted: Community) -> str:
    """The months as HTML on one line."""
    spec = _over_months(_complete(counted))
    return figure_html(spec, in_words(counted), CAPTION, "chart")


def _over_months(months: list[Month]) -> Spec:
    """A line for each framework."""
    rows = [
        {"x": _year(month), "y": getattr(month, name), "line": FRAMEWORKS[name]}
        for month in months
        for name in FRAMEWORKS
    ]
    scale = {"zero": False, "nice": False}
    across = quantity("x", "Month of last release", scale=scale, axis={"format": "d"})
    ticks = {"values": [0, 1, 3, 10, 30, 100, 300]}
    symlog = {"type": "symlog"}
    up = quantity("y", "Packages, logarithmic", scale=symlog, axis=ticks)
    return lines(rows, across, up, [*FRAMEWORKS.values()])


def _year(month: Month) -> float:
    """The month on an axis of years."""
    year, _, number = month.last_release_month.partition("-")
    return round(int(year) + (int(number) - 1) / 12, 3)


def months_table(counted: Community) -> str:
    """The numbers of the figure, month by month."""
    head = ["Month", *FRAMEWORKS.values()]
    rows = [
        [month.last_release_month, *(str(getattr(month, name)) for name in FRAMEWORKS)]
        for month in counted.months
    ]
    return folded("The numbers of the figure, month by month", table(head, rows))
