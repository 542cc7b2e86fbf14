"""The page about code size: its numbers in words, a figure and tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.core.markup import escape, table
from scripts.core.project import Project
from scripts.measurements.cells import Cells, shown
from scripts.measurements.code_size import (
    ALL,
    CodeSize,
    PairSize,
    cells_of,
    code_size_data,
)
from scripts.pages.charts import INK, LINES, WIDTH, chart, folded
from scripts.pages.paths import CODE_SIZE

EXTREMES = 5
ROW = 17
MEASURES = {
    "tokens": "Tokens",
    "lines": "Lines",
    "names": "Names of an API",
    "depth": "Nesting",
}
COUNTS = {
    "all": "As above",
    "with-asserts": "With asserts",
    "own": "Only statements that the other side lacks",
}


def render_code_size(project: Project, counted: CodeSize) -> dict[Path, bytes]:
    """The fragments of the page and the published data."""
    data = code_size_data(counted)
    files = {project.data / name: content for name, content in data.items()}
    texts = (
        _texts(counted) if counted.pairs else dict.fromkeys(CODE_SIZE, "No pair yet.")
    )
    files |= {fragment(project, n): f"{t}\n".encode() for n, t in texts.items()}
    told = in_words(counted) if counted.pairs else "No pair yet."
    return files | {project.plain / "code-size-figure.md": f"{told}\n".encode()}


def fragment(project: Project, name: str) -> Path:
    """Where a part of the page is generated."""
    return project.fragments / f"code-size-{name}.md"


def _texts(counted: CodeSize) -> dict[str, str]:
    cells = cells_of(counted)
    return {
        "answer": _answer(counted, cells),
        "figure": chart(_strips(counted), in_words(counted), _caption()),
        "measures": _measures(cells),
        "counts": _counts(cells),
        "topics": _topics(counted, cells),
        "extremes": _extremes(counted),
        "pairs": _pairs(counted),
    }


def _answer(counted: CodeSize, cells: Cells) -> str:
    told = counted.all["tokens"]
    return (
        f"**Over {told.pairs} pairs the PyTorch side takes "
        f"{cells['code-size/all/tokens-ratio'].text} times the tokens of the Keras "
        f"side (median; half of the pairs lie between {told.first:.2f} and "
        f"{told.third:.2f}). Keras has fewer tokens in {told.keras_fewer} pairs "
        f"({told.keras_fewer / told.pairs:.0%}), PyTorch in {told.pytorch_fewer} "
        f"({told.pytorch_fewer / told.pairs:.0%}), and in {told.equal} both have "
        "the same.**"
    )


def in_words(counted: CodeSize) -> str:
    """What the figure shows, for those who do not see it."""
    medians = sorted((s["tokens"].ratio or 0, t) for t, s in counted.topics.items())
    (least, low), (most, high) = medians[0], medians[-1]
    ratios = [size.ratio for size in counted.pairs]
    return (
        f"Tokens of PyTorch divided by tokens of Keras, a circle for each of "
        f"{len(ratios)} pairs and a bar at the median of each topic. The ratios go "
        f"from {min(ratios):.2f} to {max(ratios):.2f}; the medians from "
        f"{least:.2f} in {low} to {most:.2f} in {high}."
    )


def _caption() -> str:
    return (
        "A circle is a pair, a bar the median of its topic. Left of 1 the PyTorch "
        "side is shorter, right of it the Keras side."
    )


def _strips(counted: CodeSize) -> dict[str, Any]:
    """Circles along a logarithmic axis, a row for each topic."""
    rows = [{"topic": s.topic, "ratio": round(s.ratio, 4)} for s in counted.pairs]
    axis = {"values": [0.5, 0.7, 1, 1.4, 2, 2.8], "format": "~g"}
    across = {
        "field": "ratio",
        "type": "quantitative",
        "scale": {"type": "log", "domain": _domain(counted.pairs), "nice": False},
        "title": "Tokens in PyTorch / tokens in Keras",
        "axis": axis,
    }
    down = {"field": "topic", "type": "nominal", "title": None}
    both = {"x": across, "y": down}
    median = {"x": across | {"aggregate": "median"}, "y": down}
    circle = {"type": "point", "size": 26, "color": LINES[1], "opacity": 0.75}
    bar = {"type": "tick", "thickness": 3, "size": 14, "color": LINES[0]}
    rule = {"type": "rule", "color": INK, "strokeDash": [3, 3]}
    return {
        "width": WIDTH - 100,
        "height": ROW * len(counted.topics),
        "data": {"values": rows},
        "layer": [
            {"mark": rule, "encoding": {"x": {"datum": 1, "type": "quantitative"}}},
            {"mark": circle, "encoding": both},
            {"mark": bar, "encoding": median},
        ],
    }


def _domain(sizes: list[PairSize]) -> list[float]:
    ratios = [size.ratio for size in sizes]
    return [min(0.5, *ratios), max(2, *ratios)]


def _measures(cells: Cells) -> str:
    head = ["Counted", "PyTorch / Keras, median", "Half of the pairs", "In sum"]
    head += ["Keras fewer", "PyTorch fewer", "Equal"]
    columns = ("ratio", "quartiles", "sum", "keras-fewer", "pytorch-fewer", "equal")
    rows = [[told, *_row(cells, ALL, m, columns)] for m, told in MEASURES.items()]
    return table(head, rows)


def _counts(cells: Cells) -> str:
    """The same tokens counted in other ways."""
    head = ["Tokens", "PyTorch / Keras, median", "In sum", "Keras fewer"]
    head += ["PyTorch fewer", "Equal"]
    columns = ("ratio", "sum", "keras-fewer", "pytorch-fewer", "equal")
    others = {group: told for group, told in COUNTS.items() if group != ALL}
    return table(
        head, [[t, *_row(cells, g, "tokens", columns)] for g, t in others.items()]
    )


def _row(cells: Cells, group: str, measure: str, columns: tuple[str, ...]) -> list[str]:
    names = [f"code-size/{group}/{measure}-{column}" for column in columns]
    return [shown(name, cells) if name in cells else "" for name in names]


def _topics(counted: CodeSize, cells: Cells) -> str:
    head = ["Topic", "Pairs", "Tokens, median", "Half of the pairs", "Keras fewer"]
    head += ["PyTorch fewer", "Equal", "Lines, median", "Names, median"]
    columns = ("ratio", "quartiles", "keras-fewer", "pytorch-fewer", "equal")
    rows = [
        [
            topic,
            str(spreads["tokens"].pairs),
            *_row(cells, topic, "tokens", columns),
            *_row(cells, topic, "lines", ("ratio",)),
            *_row(cells, topic, "names", ("ratio",)),
        ]
        for topic, spreads in counted.topics.items()
    ]
    return table(head, rows)


def _extremes(counted: CodeSize) -> str:
    """The pairs in which either side is the shortest beside the other."""
    by_ratio = sorted(counted.pairs, key=lambda size: (size.ratio, size.pair))
    head = ["Pair", "PyTorch", "Keras", "PyTorch / Keras"]
    shortest, longest = by_ratio[:EXTREMES], by_ratio[::-1][:EXTREMES]
    return (
        "PyTorch is shorter by most in\n\n"
        f"{table(head, [_pair(size) for size in shortest])}\n\n"
        "and Keras in\n\n"
        f"{table(head, [_pair(size) for size in longest])}"
    )


def _pair(size: PairSize) -> list[str]:
    page, _, place = size.address.partition("#")
    link = f"[{escape(size.title)}](/{page.rstrip('/') or 'index'}.md#{place})"
    tokens = [str(size.pytorch.tokens), str(size.keras.tokens)]
    return [link, *tokens, f"{size.ratio:.2f}"]


def _pairs(counted: CodeSize) -> str:
    """Every pair, for those who want the numbers behind the figure."""
    head = ["Topic", "Pair", "PyTorch", "Keras", "PyTorch / Keras"]
    rows = [[size.topic, *_pair(size)] for size in counted.pairs]
    told = f"The numbers of the figure: tokens of all {len(rows)} pairs"
    return folded(told, table(head, rows))
