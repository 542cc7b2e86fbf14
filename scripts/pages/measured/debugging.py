"""The page about debugging: counts in words, and the tables of cells."""

from __future__ import annotations

from scripts.core.markup import escape, slug, table
from scripts.core.project import Project
from scripts.measurements.cells import Cells
from scripts.measurements.debugging import (
    Debugging,
    Outcome,
    cells_of,
    count_named,
    count_outcomes,
    median_frames,
    read_debugging,
)
from scripts.pages.measured.debugging_data import published
from scripts.pages.measured.mistakes import NAMED, html_of, plain_of
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.pairs.walk import runtime_title
from scripts.pages.tables import measured_row, measured_table

COUNTED: dict[Outcome, str] = {
    "construction": "Caught while building",
    "run": "Caught while running",
    "warning": "Caught by a warning",
    "never": "Never caught, and the result is another",
    "no effect": "No effect on the result",
}


def render(project: Project, known: Known) -> Rendered:
    """The parts of the page, and the programs once more without HTML."""
    measured = read_debugging(project)
    cells = cells_of(measured)
    fragments = {
        "totals": _totals(measured, cells),
        "mistakes": _mistakes(measured, cells),
        "breakpoints": _breakpoints(measured, cells),
        "each": "\n\n".join(map(html_of, measured.rows)),
    }
    plain = "\n\n".join(map(plain_of, measured.rows))
    data = {"debugging": published(measured)}
    return Rendered(fragments, {"each": plain}, data)


def _titles(measured: Debugging) -> dict[str, str]:
    return {name: runtime_title(name) for name in measured.runtimes}


def _totals(measured: Debugging, cells: Cells) -> str:
    """How many were caught when, and what the messages say, by runtime."""
    names = _titles(measured)
    rows = [
        [words, *measured_row(cells, f"debugging/total/{slug(outcome)}/{{}}", names)]
        for outcome, words in COUNTED.items()
    ]
    rows += [
        [f"Messages that name {words}", *(_share(measured, n, what) for n in names)]
        for what, words in NAMED.items()
    ]
    medians = [median_frames(measured, name) for name in names]
    rows += [
        ["Frames in a traceback, median", *(f"{total:g}" for total, _ in medians)],
        ["Of them in the program", *(f"{own:g}" for _, own in medians)],
    ]
    return f"**{_answer(measured)}**\n\n{table(['What', *names.values()], rows)}"


def _share(measured: Debugging, name: str, what: str) -> str:
    named, asked = count_named(measured, name, what)
    return f"{named} of {asked}"


def _answer(measured: Debugging) -> str:
    """The counts in words, the runtimes always in the same order."""
    counts = [count_outcomes(measured, name) for name in measured.runtimes]

    def listed(*outcomes: Outcome) -> str:
        return _and([str(sum(found[o] for o in outcomes)) for found in counts])

    return (
        f"{len(measured.rows)} typical mistakes were made in "
        f"{_and([*_titles(measured).values()])}, in this order. "
        f"An error stopped {listed('construction', 'run')} of them, a warning told "
        f"of {listed('warning')}; {listed('never')} changed the result without a "
        f"word, and {listed('no effect')} had no effect."
    )


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _mistakes(measured: Debugging, cells: Cells) -> str:
    """When each was caught, with a link to its programs."""
    rows = {}
    for mistake in (row.mistake for row in measured.rows):
        link = f"[{escape(mistake.declaration.title)}](#mistake-{mistake.name})"
        rows[link] = f"debugging/{mistake.name}/{{}}/caught"
    return measured_table(cells, "Mistake", rows, _titles(measured), "not run")


def _breakpoints(measured: Debugging, cells: Cells) -> str:
    rows = {escape(m): f"debugging/breakpoint/{slug(m)}/{{}}" for m in measured.stops}
    return measured_table(cells, "Model", rows, _titles(measured), absent="")
