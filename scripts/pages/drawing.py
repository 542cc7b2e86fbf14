"""Charts drawn for the page: SVG in the reader's colours, in a figure with words."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import vl_convert
from markupsafe import Markup

from scripts.core.markup import encode
from scripts.core.memo import remembered
from scripts.pages.charts import INK, LINES, RULE, Spec

# The colour after each name is for where the site's style sheet is not loaded.
VARIABLES = {INK: "--chart-ink, #3d4552", RULE: "--chart-rule, #d5dae3"} | {
    colour: f"--chart-line-{place}, {fallback}"
    for place, (colour, fallback) in enumerate(
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


def figure_html(spec: Spec, words: str, caption: str, classes: str = "") -> Markup:
    """A drawn specification as a figure, on one line.

    `words` is what it shows, for those who do not see it.
    """
    names = f"pair-figure {classes}".rstrip()
    return Markup(
        f'<figure class="{names}">'
        f'<div role="img" aria-label="{encode(words)}">{draw(spec)}</div>'
        f"<figcaption>{encode(caption)}</figcaption></figure>"
    )


def draw(spec: Spec) -> Markup:
    """A specification of `charts` as inline SVG."""
    return _draw(json.dumps(spec | {"background": None, "config": _looks()}))


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


def _looks() -> dict[str, Any]:
    text = {"labelColor": INK, "titleColor": INK, "labelFontSize": 12}
    return {
        "axis": text | {"gridColor": RULE, "domainColor": RULE, "tickColor": RULE},
        "legend": text,
        "view": {"stroke": None},
    }
