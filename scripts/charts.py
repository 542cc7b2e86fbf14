"""Figures drawn for the page: SVG in the reader's colours, and words for it."""

from __future__ import annotations

import re
from typing import Any

import vl_convert
from markupsafe import Markup

from scripts.markup import number
from scripts.records import Figure

WIDTH, HEIGHT = 400, 210
INK, RULE = "#010101", "#020202"
LINES = ("#030303", "#040404", "#050505", "#060606")
DASHES = ([1, 0], [6, 4], [2, 3], [8, 3, 2, 3])
VARIABLES = {INK: "--chart-ink", RULE: "--chart-rule"} | {
    colour: f"--chart-line-{place}" for place, colour in enumerate(LINES, start=1)
}


def draw(figure: Figure) -> Markup:
    """The figure as inline SVG; each line has its own dash, not colour alone."""
    svg = vl_convert.vegalite_to_svg(_specification(figure))
    svg = re.sub(r'font-family="[^"]*"', 'font-family="inherit"', svg)
    for colour, variable in VARIABLES.items():
        svg = svg.replace(colour, f"var({variable})")
    svg = re.sub(r'(<svg [^>]*?)width="[\d.]+" height="[\d.]+"', r"\1", svg, count=1)
    svg = re.sub(r' (?:role|aria-[a-z]+|xmlns:xlink|version)="[^"]*"', "", svg)
    return Markup(svg.replace("\n", "").replace("<svg ", '<svg aria-hidden="true" ', 1))


def in_words(figure: Figure) -> str:
    """What the figure shows, for those who do not see it."""
    lines = [
        f"{line.label}: from {number(line.y[0])} to {number(line.y[-1])}"
        for line in figure.series
        if line.y
    ]
    return (
        f"{figure.title}. {figure.y_label} over {figure.x_label}. {'; '.join(lines)}."
    )


def _specification(figure: Figure) -> dict[str, Any]:
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
        "background": None,
        "data": {"values": rows},
        "mark": {"type": "line", "strokeWidth": 2},
        "encoding": encoding,
        "config": _colours(),
    }


def _colours() -> dict[str, Any]:
    text = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12}
    return {
        "axis": text | {"gridColor": RULE, "domainColor": RULE, "tickColor": RULE},
        "legend": text,
        "view": {"stroke": None},
    }
