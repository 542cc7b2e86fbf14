"""The page about code size: its numbers in words, a figure and tables."""

from __future__ import annotations

from scripts.core.markup import table
from scripts.core.project import Project
from scripts.measurements.cells import Cells
from scripts.measurements.code_size import CodeSize, PairSize, cells_of, measure_pairs
from scripts.pages import charts
from scripts.pages.blocks import folded, link
from scripts.pages.drawing import figure_html
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.tables import measured_row, measured_table

EXTREMES = 5
ROW = 17
CAPTION = (
    "A circle is a pair, a bar the median of its topic. Left of 1 the PyTorch "
    "side is shorter, right of it the Keras side."
)
HEAD = ["Pair", "PyTorch", "Keras", "PyTorch / Keras"]
COLUMNS = {
    "ratio": "PyTorch / Keras, median",
    "quartiles": "Half of the pairs",
    "sum": "In sum",
    "keras-fewer": "Keras fewer",
    "pytorch-fewer": "PyTorch fewer",
    "equal": "Equal",
}
MEASURES = {
    "tokens": "Tokens",
    "lines": "Lines",
    "names": "Names of an API",
    "depth": "Nesting",
}
COUNTS = {
    "with-asserts": "With asserts",
    "own": "Only statements that the other side lacks",
}


def render(project: Project, known: Known) -> Rendered:
    """The parts of the page, and what its figure shows without HTML."""
    counted = measure_pairs(project, known.pairs)
    data = {"code-size": counted}
    if not counted.pairs:
        return Rendered(data=data, otherwise="No pair yet.")
    cells = cells_of(counted)
    fragments = {
        "answer": _answer(counted, cells),
        "figure": _figure(counted),
        "measures": _measures(cells),
        "counts": _counts(cells),
        "topics": _topics(counted, cells),
        "extremes": _extremes(counted),
        "pairs": _pairs(counted),
    }
    return Rendered(fragments, {"figure": in_words(counted)}, data)


def _answer(counted: CodeSize, cells: Cells) -> str:
    spread = counted.all["tokens"]
    return (
        f"**Over {spread.pairs} pairs the PyTorch side takes "
        f"{cells['code-size/all/tokens-ratio'].text} times the tokens of the Keras "
        f"side (median; half of the pairs lie between {spread.first:.2f} and "
        f"{spread.third:.2f}). Keras has fewer tokens in {spread.keras_fewer} pairs "
        f"({spread.keras_fewer / spread.pairs:.0%}), PyTorch in {spread.pytorch_fewer} "
        f"({spread.pytorch_fewer / spread.pairs:.0%}), and in {spread.equal} both have "
        "the same.**"
    )


def _figure(counted: CodeSize) -> str:
    return figure_html(_strips(counted), in_words(counted), CAPTION, "chart")


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


def _strips(counted: CodeSize) -> charts.Spec:
    """Circles along a logarithmic axis, a row for each topic."""
    rows = [{"topic": s.topic, "ratio": round(s.ratio, 4)} for s in counted.pairs]
    ratios = [size.ratio for size in counted.pairs]
    domain = [min(0.5, *ratios), max(2, *ratios)]
    title = "Tokens in PyTorch / tokens in Keras"
    across = charts.ratio("ratio", title, [0.5, 0.7, 1, 1.4, 2, 2.8], domain)
    both = {"x": across, "y": charts.category("topic")}
    median = both | {"x": across | {"aggregate": "median"}}
    return charts.chart(
        rows,
        charts.line_at_one("x"),
        charts.layer("point", both, size=26, color=charts.LINES[1], opacity=0.75),
        charts.layer("tick", median, thickness=3, size=14, color=charts.LINES[0]),
        width=charts.WIDTH - 100,
        height=ROW * len(counted.topics),
    )


def _measures(cells: Cells) -> str:
    rows = {title: f"code-size/all/{name}-{{}}" for name, title in MEASURES.items()}
    return measured_table(cells, "Counted", rows, COLUMNS, absent="")


def _counts(cells: Cells) -> str:
    """The same tokens counted in other ways."""
    rows = {title: f"code-size/{name}/tokens-{{}}" for name, title in COUNTS.items()}
    columns = {name: title for name, title in COLUMNS.items() if name != "quartiles"}
    return measured_table(cells, "Tokens", rows, columns, absent="")


def _topics(counted: CodeSize, cells: Cells) -> str:
    head = ["Topic", "Pairs", "Tokens, median", "Half of the pairs", "Keras fewer"]
    head += ["PyTorch fewer", "Equal", "Lines, median", "Names, median"]
    columns = [f"tokens-{name}" for name in COLUMNS if name != "sum"]
    columns += ["lines-ratio", "names-ratio"]
    rows = []
    for topic, spreads in counted.topics.items():
        found = measured_row(cells, f"code-size/{topic}/{{}}", columns, absent="")
        rows.append([topic, str(spreads["tokens"].pairs), *found])
    return table(head, rows)


def _extremes(counted: CodeSize) -> str:
    """The pairs in which either side is the shortest, compared with the other."""
    by_ratio = sorted(counted.pairs, key=lambda size: (size.ratio, size.pair))
    shortest, longest = by_ratio[:EXTREMES], by_ratio[::-1][:EXTREMES]
    tables = [table(HEAD, list(map(_pair, sizes))) for sizes in (shortest, longest)]
    return (
        f"PyTorch is shorter by most in\n\n{tables[0]}\n\nand Keras in\n\n{tables[1]}"
    )


def _pair(size: PairSize) -> list[str]:
    tokens = [str(size.pytorch.tokens), str(size.keras.tokens)]
    return [link(size.title, size.address), *tokens, f"{size.ratio:.2f}"]


def _pairs(counted: CodeSize) -> str:
    """Every pair, for those who want the numbers behind the figure."""
    rows = [[size.topic, *_pair(size)] for size in counted.pairs]
    title = f"The numbers of the figure: tokens of all {len(rows)} pairs"
    return folded(title, table(["Topic", *HEAD], rows))
