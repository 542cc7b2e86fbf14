"""Figures drawn for the page: SVG in the reader's colours, and words for it."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import vl_convert
from markupsafe import Markup

from scripts.core.markup import encode, number
from scripts.core.memo import remembered
from scripts.results.records import Figure

WIDTH, HEIGHT = 400, 210
INK, RULE = "#010101", "#020202"
LINES = ("#030303", "#040404", "#050505", "#060606")
DASHES = ([1, 0], [6, 4], [2, 3], [8, 3, 2, 3])
# The colour after each name is for where the site's style sheet is not loaded.
VARIABLES = {INK: "--chart-ink, #3d4552", RULE: "--chart-rule, #d5dae3"} | {
    colour: f"--chart-line-{place}, {alone}"
    for place, (colour, alone) in enumerate(
        zip(LINES, ("#b3400b", "#1f5fae", "#6b3fa0", "#0b6b4f"), strict=True), start=1
    )
}

# What a drawing says without showing it: defaults, names of its parts, empty paths,
# and the typeface, which is the page's.
UNSEEN = re.compile(
    r'<path[^>]*d="(?:|M0,0h0v0h0Z)"[^>]*/>|<path class="background"[^>]*/>'
    r'| (?:role|class|aria-[a-z]+|xmlns:xlink|version)="[^"]*"'
    r'| (?:font-family|pointer-events)="[^"]*"'
    r'| (?:opacity|stroke-width)="1"| [xy]2="0"| transform="translate\(0,0\)"'
)
GROUP = re.compile(r"<g>((?:[^<]|<(?!/?g[ >]))*)</g>")
PATH = re.compile(r' d="[^"]*"')
LONG = re.compile(r"-?\d+\.\d{2,}(?:e-?\d+)?")


def draw(figure: Figure) -> Markup:
    """The figure as inline SVG; each line has its own dash, not colour alone."""
    return draw_chart(_matrix(figure) if figure.matrix else _lines(figure))


def draw_chart(content: dict[str, Any]) -> Markup:
    """A Vega-Lite specification in the colours of this module, as inline SVG."""
    frame = {"background": None, "config": _colours()}
    return _draw(json.dumps(content | frame))


def chart(content: dict[str, Any], words: str, caption: str) -> str:
    """A drawn specification as a figure of a page, on one line.

    `words` is what it shows, for those who do not see it.
    """
    return (
        '<figure class="pair-figure chart">'
        f'<div role="img" aria-label="{encode(words)}">{draw_chart(content)}</div>'
        f"<figcaption>{encode(caption)}</figcaption></figure>"
    )


@cache
def _draw(specification: str) -> Markup:
    """Drawn once: it takes a while."""
    program = Path(__file__).read_text(encoding="utf-8")
    question = "\0".join([version("vl-convert-python"), program, specification])
    return Markup(remembered(question, lambda: _drawn(specification)))


def _drawn(specification: str) -> str:
    svg = vl_convert.vegalite_to_svg(specification)
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, f"var({variable})")
    svg = re.sub(r'(<svg [^>]*?)width="[\d.]+" height="[\d.]+"', r"\1", svg, count=1)
    svg = UNSEEN.sub("", svg.replace("\n", ""))
    while (unwrapped := GROUP.sub(r"\1", svg)) != svg:
        svg = unwrapped
    svg = PATH.sub(lambda path: LONG.sub(_shorter, path[0]), svg)
    return svg.replace("<svg ", '<svg aria-hidden="true" ', 1)


def _shorter(number: re.Match[str]) -> str:
    """A coordinate to a tenth of a pixel, finer than it can be seen."""
    return f"{float(number[0]):.1f}".removesuffix(".0")


def folded(summary: str, content: str) -> str:
    """Markdown that opens on demand, such as the numbers behind a figure."""
    return (
        f"<details data-search-exclude markdown>\n<summary>{encode(summary)}</summary>"
        f"\n\n{content}\n\n</details>"
    )


def in_words(figure: Figure) -> str:
    """What the figure shows, for those who do not see it."""
    if figure.matrix:
        return _matrix_in_words(figure)
    lines = [
        f"{line.label}: from {number(line.y[0])} to {number(line.y[-1])}"
        for line in figure.series
        if line.y
    ]
    return (
        f"{figure.title}. {figure.y_label} over {figure.x_label}. {'; '.join(lines)}."
    )


def _matrix_in_words(figure: Figure) -> str:
    """How much lies on the diagonal, and the largest entry that does not."""
    cells = [
        (v, r, c) for r, row in enumerate(figure.matrix) for c, v in enumerate(row)
    ]
    total, diagonal = (
        sum(v for v, r, c in cells if every or r == c) for every in (1, 0)
    )
    largest, row, column = max(cell for cell in cells if cell[1] != cell[2])
    return (
        f"{figure.title}. {figure.y_label} by {figure.x_label}: {number(diagonal)} of "
        f"{number(total)} on the diagonal; the largest entry beside it is "
        f"{number(largest)}, in row {row}, column {column}."
    )


def _lines(figure: Figure) -> dict[str, Any]:
    labels = [line.label for line in figure.series]
    rows = [
        {"x": x, "y": y, "line": line.label}
        for line in figure.series
        for x, y in zip(line.x, line.y, strict=True)
    ]
    scales = {
        "color": {"domain": labels, "range": list(LINES[: len(labels)])},
        "strokeDash": {"domain": labels, "range": list(DASHES[: len(labels)])},
    }
    legend = {"title": None, "orient": "bottom", "symbolSize": 400}
    encoding: dict[str, Any] = {
        "x": {"field": "x", "type": "quantitative", "title": figure.x_label},
        "y": {"field": "y", "type": "quantitative", "title": figure.y_label},
    }
    for channel, scale in scales.items():
        encoding[channel] = {
            "field": "line",
            "type": "nominal",
            "scale": scale,
            "legend": legend,
        }
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": rows},
        "mark": {"type": "line", "strokeWidth": 2},
        "encoding": encoding,
    }


def _matrix(figure: Figure) -> dict[str, Any]:
    """A square for each entry, its number in it, so that no shade has to be read."""
    rows = [
        {"row": row, "column": column, "value": value}
        for row, values in enumerate(figure.matrix)
        for column, value in enumerate(values)
    ]
    axes = {"row": ("y", figure.y_label), "column": ("x", figure.x_label)}
    encoding = {
        channel: {
            "field": field,
            "type": "ordinal",
            "title": title,
            "axis": {"labelAngle": 0},
        }
        for field, (channel, title) in axes.items()
    }
    shade = {
        "field": "value",
        "type": "quantitative",
        "scale": {"range": [0, 0.45]},
        "legend": None,
    }
    square = {"type": "rect", "fill": LINES[1]}
    text = {"field": "value", "type": "quantitative", "format": "~g"}
    return {
        "width": {"step": 34},
        "height": {"step": 26},
        "data": {"values": rows},
        "encoding": encoding,
        "layer": [
            {"mark": square, "encoding": {"opacity": shade}},
            {"mark": {"type": "text", "color": INK}, "encoding": {"text": text}},
        ],
    }


def _colours() -> dict[str, Any]:
    text = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12}
    return {
        "axis": text | {"gridColor": RULE, "domainColor": RULE, "tickColor": RULE},
        "legend": text,
        "view": {"stroke": None},
    }
