"""The page about the communities: a figure over the months, and tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.core.markup import code_span, escape, table
from scripts.core.project import Project
from scripts.core.schemas import with_schema
from scripts.measurements.cells import Cells, shown
from scripts.measurements.community import (
    FRAMEWORKS,
    LIMITS,
    Community,
    Month,
    cells_of,
    collection_name,
    ranks_of,
)
from scripts.pages.charts import DASHES, HEIGHT, LINES, WIDTH, chart, folded
from scripts.pages.paths import COMMUNITY

CALLED = {
    "pytorch": "PyTorch",
    "keras": "Keras",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
}
FIRST = "2016"
REQUIRED = ("pytorch", "keras", "tensorflow")


def render_community(project: Project, counted: Community) -> dict[Path, bytes]:
    """The fragments of the page and the published data."""
    data = with_schema("community", counted)
    files = {project.data / name: content for name, content in data.items()}
    if not counted.months:
        texts = dict.fromkeys(COMMUNITY, "Nothing was counted yet.")
    else:
        texts = _texts(counted)
        told = f"{in_words(counted)}\n".encode()
        files[project.plain / "community-figure.md"] = told
    parts = {project.fragments / f"community-{n}.md": t for n, t in texts.items()}
    return files | {path: f"{text}\n".encode() for path, text in parts.items()}


def _texts(counted: Community) -> dict[str, str]:
    cells = cells_of(counted)
    return {
        "answer": _answer(cells),
        "mentions": _mentions(counted, cells),
        "figure": chart(_lines(_complete(counted)), in_words(counted), _caption()),
        "months": _months(counted),
        "ranks": _ranks(counted, cells),
        "releases": _releases(counted, cells),
        "collections": _collections(counted, cells),
        "makers": _makers(counted),
        "made": _made(counted, cells),
    }


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
        f"{_caption()} From {first.last_release_month} to {last.last_release_month}. "
        f"{'; '.join(counts)}."
    )


def _caption() -> str:
    return "Packages that mention a framework, by the month of their last release."


def _lines(months: list[Month]) -> dict[str, Any]:
    """A line for each framework, told apart by its dash as well."""
    rows = [
        {"x": _year(month), "y": getattr(month, name), "line": CALLED[name]}
        for month in months
        for name in FRAMEWORKS
    ]
    down: dict[str, Any] = {"field": "y", "type": "quantitative"}
    down |= {"title": "Packages, logarithmic", "scale": {"type": "symlog"}}
    down |= {"axis": {"values": [0, 1, 3, 10, 30, 100, 300]}}
    across: dict[str, Any] = {"field": "x", "type": "quantitative"}
    across |= {"title": "Month of last release"}
    across |= {"scale": {"zero": False, "nice": False}, "axis": {"format": "d"}}
    encoding: dict[str, Any] = {"x": across, "y": down}
    for channel, looks in (("color", LINES), ("strokeDash", DASHES)):
        encoding[channel] = {
            "field": "line",
            "type": "nominal",
            "scale": {"domain": [*CALLED.values()], "range": [*looks]},
            "legend": {"title": None, "orient": "bottom", "symbolSize": 400},
        }
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "data": {"values": rows},
        "mark": {"type": "line", "strokeWidth": 2},
        "encoding": encoding,
    }


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
            shown(f"community/{collection_name(found)}", cells),
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
    return [shown(f"community/{row}/{column}", cells) for column in columns]
