"""The page about the communities: a figure over the months, and tables."""

from __future__ import annotations

from scripts.core.markup import code_span, escape, table
from scripts.core.project import Project
from scripts.measurements.cells import Cells
from scripts.measurements.community import (
    FRAMEWORKS,
    LIMITS,
    Community,
    Month,
    cells_of,
    collection_name,
    ranks_of,
    read_community,
)
from scripts.pages.blocks import folded
from scripts.pages.charts import Spec, lines, quantity
from scripts.pages.drawing import figure_html
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.tables import measured, shown

CALLED = {
    "pytorch": "PyTorch",
    "keras": "Keras",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
}
FIRST = "2016"
CAPTION = "Packages that mention a framework, by the month of their last release."
REQUIRED = ("pytorch", "keras", "tensorflow")


def render(project: Project, known: Known) -> Rendered:
    """The parts of the page, and what its figure shows without HTML."""
    counted = read_community(project)
    data = {"community": counted}
    if not counted.months:
        return Rendered(data=data, otherwise="Nothing was counted yet.")
    cells = cells_of(counted)
    fragments = {
        "community-answer": _answer(cells),
        "community-mentions": _mentions(counted, cells),
        "community-figure": _figure(counted),
        "community-months": _months(counted),
        "community-ranks": _ranks(counted, cells),
        "community-releases": _releases(counted, cells),
        "community-collections": _collections(counted, cells),
        "community-makers": _makers(counted),
        "community-made": _made(counted, cells),
    }
    return Rendered(fragments, {"community-figure": in_words(counted)}, data)


def _answer(cells: Cells) -> str:
    text = {name.removeprefix("community/"): cell.text for name, cell in cells.items()}
    return (
        f"**{text['pytorch/mentions']} packages of the Python Package Index mention "
        f"PyTorch in their name or summary and {text['keras/mentions']} Keras; "
        f"{text['pytorch/recent']} and {text['keras/recent']} of them were last "
        f"released in the year to November 2026, and {text['pytorch/ranked']} and "
        f"{text['keras/ranked']} are among the 15,000 most downloaded.**"
    )


def _complete(counted: Community) -> list[Month]:
    """The months to draw: without the last, which was not over when it was counted."""
    return [m for m in counted.months[:-1] if m.last_release_month >= FIRST]


def in_words(counted: Community) -> str:
    """What the figure shows, for those who do not see it."""
    months = _complete(counted)
    first, last = months[0], months[-1]
    counts = [
        f"{CALLED[name]}: from {getattr(first, name)} to {getattr(last, name)}"
        for name in FRAMEWORKS
    ]
    return (
        f"{CAPTION} From {first.last_release_month} to {last.last_release_month}. "
        f"{'; '.join(counts)}."
    )


def _figure(counted: Community) -> str:
    spec = _over_months(_complete(counted))
    return figure_html(spec, in_words(counted), CAPTION, "chart")


def _over_months(months: list[Month]) -> Spec:
    """A line for each framework."""
    rows = [
        {"x": _year(month), "y": getattr(month, name), "line": CALLED[name]}
        for month in months
        for name in FRAMEWORKS
    ]
    scale = {"zero": False, "nice": False}
    across = quantity("x", "Month of last release", scale=scale, axis={"format": "d"})
    ticks = {"values": [0, 1, 3, 10, 30, 100, 300]}
    symlog = {"type": "symlog"}
    up = quantity("y", "Packages, logarithmic", scale=symlog, axis=ticks)
    return lines(rows, across, up, [*CALLED.values()])


def _year(month: Month) -> float:
    """The month on an axis of years."""
    year, _, number = month.last_release_month.partition("-")
    return round(int(year) + (int(number) - 1) / 12, 3)


def _months(counted: Community) -> str:
    head = ["Month", *CALLED.values()]
    rows = [
        [month.last_release_month, *(str(getattr(month, name)) for name in FRAMEWORKS)]
        for month in counted.months
    ]
    return folded("The numbers of the figure, month by month", table(head, rows))


def _mentions(counted: Community, cells: Cells) -> str:
    head = ["Mentioned", "Packages", "Last released since December 2025"]
    head += ["Among the 15,000 most downloaded"]
    rows = [
        [CALLED[m.framework], *_row(cells, m.framework, "mentions", "recent", "ranked")]
        for m in counted.mentions
    ]
    return table(head, rows)


def _ranks(counted: Community, cells: Cells) -> str:
    within = [f"ranked-{limit}" for limit in LIMITS]
    head = ["Mentioned", "Best rank", *(f"Within {limit:,}" for limit in LIMITS)]
    head += ["The best five, with their ranks"]
    rows = [
        [CALLED[name], *_row(cells, name, "best-rank", *within), _best(counted, name)]
        for name in FRAMEWORKS
        if ranks_of(counted, name)
    ]
    return table(head, rows)


def _best(counted: Community, framework: str) -> str:
    ranks = [r for r in counted.ranks if r.framework_mentioned == framework]
    ranks.sort(key=lambda rank: rank.rank_among_15000_most_downloaded)
    return ", ".join(
        f"{code_span(r.package)} {r.rank_among_15000_most_downloaded:,}"
        for r in ranks[:5]
    )


def _releases(counted: Community, cells: Cells) -> str:
    head = ["Package", "Releases", "Series (major.minor)", "Oldest", "Newest"]
    head += ["For Python", "Counted"]
    rows = [
        [
            code_span(r.package),
            *_row(cells, r.package, "releases", "series"),
            *(r.oldest, r.newest, r.python, r.date),
        ]
        for r in counted.releases
    ]
    return table(head, rows)


def _collections(counted: Community, cells: Cells) -> str:
    rows = [
        [
            f"{code_span(found.package)} {found.version}",
            escape(found.what),
            shown(cells, f"community/{collection_name(found)}"),
            found.date,
        ]
        for found in counted.collections
    ]
    return table(["Package", "What was counted", "Count", "Counted"], rows)


def _makers(counted: Community) -> str:
    head = ["Company", "Package", "Its metadata names", "PyTorch", "Keras"]
    rows = [
        [
            maker.company,
            f"{code_span(maker.package)} {maker.version}",
            escape(maker.named),
            *(getattr(maker, name) for name in REQUIRED),
            maker.date,
        ]
        for maker in counted.makers
    ]
    return table([*head, "TensorFlow", "Counted"], rows)


def _made(counted: Community, cells: Cells) -> str:
    """The same as numbers: what requires a framework, not what can use one."""
    rows = [
        [company, *_row(cells, company.lower(), *map("requires-{}".format, REQUIRED))]
        for company in dict.fromkeys(maker.company for maker in counted.makers)
    ]
    return table(["Packages that require", *(CALLED[n] for n in REQUIRED)], rows)


def _row(cells: Cells, row: str, *columns: str) -> list[str]:
    return measured(cells, f"community/{row}/", columns)
