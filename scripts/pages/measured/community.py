"""The page about the communities: its numbers in words, and tables."""

from __future__ import annotations

from scripts.core.markup import code_span, escape, table
from scripts.core.project import Project
from scripts.measurements.cells import Cells
from scripts.measurements.community import (
    FRAMEWORKS,
    LIMITS,
    REQUIRED,
    Community,
    cells_of,
    collection_name,
    ranks_of,
    read_community,
)
from scripts.pages.measured.community_chart import figure, in_words, months_table
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.tables import measured_row, measured_table


def render(project: Project, known: Known) -> Rendered:
    """The parts of the page, and what its figure shows without HTML."""
    counted = read_community(project)
    data = {"community": counted}
    if not counted.months:
        return Rendered(data=data, otherwise="Nothing was counted yet.")
    cells = cells_of(counted)
    fragments = {
        "answer": _answer(cells),
        "mentions": _mentions(counted, cells),
        "figure": figure(counted),
        "months": months_table(counted),
        "ranks": _ranks(counted, cells),
        "releases": _releases(counted, cells),
        "collections": _collections(counted, cells),
        "makers": _makers(counted),
        "made": _made(counted, cells),
    }
    return Rendered(fragments, {"figure": in_words(counted)}, data)


def _answer(cells: Cells) -> str:
    text = {name.removeprefix("community/"): cell.text for name, cell in cells.items()}
    return (
        f"**{text['pytorch/mentions']} packages of the Python Package Index mention "
        f"PyTorch in their name or summary and {text['keras/mentions']} Keras; "
        f"{text['pytorch/recent']} and {text['keras/recent']} of them were last "
        f"released in the year to November 2026, and {text['pytorch/ranked']} and "
        f"{text['keras/ranked']} are among the 15,000 most downloaded.**"
    )


def _mentions(counted: Community, cells: Cells) -> str:
    columns = {
        "mentions": "Packages",
        "recent": "Last released since December 2025",
        "ranked": "Among the 15,000 most downloaded",
    }
    names = [mentions.framework for mentions in counted.mentions]
    rows = {FRAMEWORKS[name]: f"community/{name}/{{}}" for name in names}
    return measured_table(cells, "Mentioned", rows, columns)


def _ranks(counted: Community, cells: Cells) -> str:
    columns = ["best-rank", *(f"ranked-{limit}" for limit in LIMITS)]
    head = ["Mentioned", "Best rank", *(f"Within {limit:,}" for limit in LIMITS)]
    head += ["The best five, with their ranks"]
    rows = []
    for name, title in FRAMEWORKS.items():
        if ranks_of(counted, name):
            found = measured_row(cells, f"community/{name}/{{}}", columns)
            rows.append([title, *found, _best(counted, name)])
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
            *measured_row(cells, f"community/{r.package}/{{}}", ["releases", "series"]),
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
            *measured_row(cells, "community/{}", [collection_name(found)]),
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
    companies = dict.fromkeys(maker.company for maker in counted.makers)
    rows = {company: f"community/{company.lower()}/{{}}" for company in companies}
    columns = {f"requires-{name}": FRAMEWORKS[name] for name in REQUIRED}
    return measured_table(cells, "Packages that require", rows, columns)
