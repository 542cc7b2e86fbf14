"""The figures of a run: drawn for who sees them, in words for who does not."""

from __future__ import annotations

from itertools import chain

from markupsafe import Markup

from scripts.core.markup import number
from scripts.pages.charts import INK, LINES, Spec, chart, layer, lines, quantity
from scripts.pages.drawing import figure_html
from scripts.results.records import Figure


def figure(drawn: Figure) -> Markup:
    """A figure that a run drew, as HTML on one line."""
    spec = _matrix(drawn) if drawn.matrix else _lines(drawn)
    return figure_html(spec, in_words(drawn), drawn.title)


def in_words(drawn: Figure) -> str:
    """What the figure shows."""
    if drawn.matrix:
        return _matrix_in_words(drawn)
    ends = [
        f"{line.label}: from {number(line.y[0])} to {number(line.y[-1])}"
        for line in drawn.series
        if line.y
    ]
    return f"{drawn.title}. {drawn.y_label} over {drawn.x_label}. {'; '.join(ends)}."


def _matrix_in_words(drawn: Figure) -> str:
    """How much lies on the diagonal, and the largest entry that does not."""
    diagonal = sum(row[place] for place, row in enumerate(drawn.matrix[: _side(drawn)]))
    largest, row, column = max(
        (value, row, column)
        for row, values in enumerate(drawn.matrix)
        for column, value in enumerate(values)
        if row != column
    )
    return (
        f"{drawn.title}. {drawn.y_label} by {drawn.x_label}: {number(diagonal)} of "
        f"{number(sum(chain(*drawn.matrix)))} on the diagonal; the largest entry "
        f"beside it is {number(largest)}, in row {row}, column {column}."
    )


def _side(drawn: Figure) -> int:
    """How many entries the diagonal has."""
    return min(len(drawn.matrix), len(drawn.matrix[0]))


def _lines(drawn: Figure) -> Spec:
    """A line for each series; each has its own dash, not colour alone."""
    rows = [
        {"x": x, "y": y, "line": line.label}
        for line in drawn.series
        for x, y in zip(line.x, line.y, strict=True)
    ]
    x, y = quantity("x", drawn.x_label), quantity("y", drawn.y_label)
    return lines(rows, x, y, [line.label for line in drawn.series])


def _matrix(drawn: Figure) -> Spec:
    """A square for each entry, its number in it, so that no shade has to be read."""
    rows = [
        {"row": row, "column": column, "value": value}
        for row, values in enumerate(drawn.matrix)
        for column, value in enumerate(values)
    ]
    axes = {"y": ("row", drawn.y_label), "x": ("column", drawn.x_label)}
    places = {
        channel: {"field": field, "type": "ordinal", "title": title}
        | {"axis": {"labelAngle": 0}}
        for channel, (field, title) in axes.items()
    }
    value = {"field": "value", "type": "quantitative"}
    shade = {"opacity": value | {"scale": {"range": [0, 0.45]}, "legend": None}}
    text = {"text": value | {"format": "~g"}}
    return chart(
        rows,
        layer("rect", places | shade, fill=LINES[1]),
        layer("text", places | text, color=INK),
        width={"step": 34},
        height={"step": 26},
    )
