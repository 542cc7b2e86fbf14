"""Line plots and matrices that a snippet drew with Matplotlib, taken as data."""

from __future__ import annotations

import sys
from typing import Any

from scripts.results.records import Figure, Series

MOST = 20_000


class NotDrawable(ValueError):
    """The plot holds something that pages cannot redraw; the message says what."""


def take_figures() -> list[Figure]:
    """The open figures as data, closed; none where Matplotlib is not in use."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        return []
    figures = [pyplot.figure(number) for number in pyplot.get_fignums()]
    taken = [_describe(axes) for figure in figures for axes in figure.axes]
    pyplot.close("all")
    return taken


def _describe(axes: Any) -> Figure:
    images = [image.get_array() for image in axes.images]
    if axes.patches or axes.collections or len(images) + bool(axes.lines) > 1:
        what = "a figure may hold lines, made with plot(), or one matrix, imshow()"
        raise NotDrawable(what)
    if any(image.ndim != 2 for image in images):
        raise NotDrawable("a matrix in a figure has rows and columns, no colours")
    drawn = sum(image.size for image in images)
    if drawn + sum(len(line.get_xdata()) for line in axes.lines) > MOST:
        raise NotDrawable(f"a figure holds at most {MOST} points")
    if not (axes.get_title() and axes.get_xlabel() and axes.get_ylabel()):
        raise NotDrawable("a figure needs a title and a label on both axes")
    return Figure(
        axes.get_title(),
        axes.get_xlabel(),
        axes.get_ylabel(),
        [_line(line) for line in axes.lines],
        [_numbers(row) for image in images for row in image],
    )


def _line(line: Any) -> Series:
    x, y = (_numbers(data) for data in (line.get_xdata(), line.get_ydata()))
    return Series(str(line.get_label()), x, y)


def _numbers(data: Any) -> list[float]:
    """Six significant digits: far below what a page can show."""
    return [float(f"{float(number):.6g}") for number in data]
