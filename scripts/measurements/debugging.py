"""Everything measured about debugging: mistakes and stops, from committed records."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from scripts.core.markup import slug
from scripts.core.project import Project
from scripts.corpus.breakpoints import find_breakpoints
from scripts.corpus.mistakes import Mistake, find_mistakes
from scripts.corpus.runtimes import read_runtimes
from scripts.measurements.cells import Cells, cells_on
from scripts.results.certify import side_of
from scripts.results.entries import read_records
from scripts.results.mistake_outcomes import Seen, look
from scripts.results.records import Record

PAGE = "measured/debugging/"
Outcome = Literal["construction", "run", "warning", "never", "no effect"]
OUTCOMES: dict[Outcome, str] = {
    "construction": "while building",
    "run": "while running",
    "warning": "by a warning",
    "never": "never",
    "no effect": "no effect",
}
STOPS = re.compile(r"(\d+) stops in (\d+) runs, (\d+) with a value")


class Stops(Struct, frozen=True):
    """How often a breakpoint in the model stopped in `runs` calls or steps.

    `values` counts the stops at which a hidden tensor could be read as a
    number, not as a tracer.
    """

    stops: int
    runs: int
    values: int

    def __str__(self) -> str:
        return f"{self.stops} in {self.runs}, {self.values} with a value"


class Row(Struct, frozen=True):
    """A mistake, and what each runtime's run of it showed."""

    mistake: Mistake
    made: dict[str, Record]
    seen: dict[str, Seen]


class Debugging(Struct, frozen=True):
    """All mistakes, and the stops of each mode on each runtime that has it.

    `runtimes` are those that there are, in the order of tables.
    """

    runtimes: list[str]
    rows: list[Row]
    stops: dict[str, dict[str, Stops]]


def read_debugging(project: Project) -> Debugging:
    """What was measured; a mistake that has not been run has no runtimes."""
    names = list(read_runtimes(project))
    rows = [_row(project, mistake, names) for mistake in find_mistakes(project)]
    return Debugging(names, rows, _stops(project, names))


def _row(project: Project, mistake: Mistake, names: list[str]) -> Row:
    made = read_records(project, mistake.made, names)
    mended = read_records(project, mistake.mended, names)
    seen = {
        name: look(mistake.slip(side_of(name)), made[name], mended[name])
        for name in made.keys() & mended.keys()
    }
    return Row(mistake, made, {name: seen[name] for name in names if name in seen})


def _stops(project: Project, names: list[str]) -> dict[str, dict[str, Stops]]:
    found: dict[str, dict[str, Stops]] = {}
    for pair in find_breakpoints(project):
        # Keras has more modes than PyTorch: its order is that of the table.
        found |= {cell.title: {} for cell in pair.snippets["keras"].cells[1:]}
        for name, record in read_records(project, pair, names).items():
            cells = pair.snippets[side_of(name)].cells
            for cell, output in zip(cells, record.outputs, strict=True):
                if stops := STOPS.search("\n".join(output.stdout)):
                    found[cell.title][name] = Stops(*map(int, stops.groups()))
    return found


def outcome_of(seen: Seen) -> Outcome:
    """When it was caught, or that there was nothing to catch."""
    return "no effect" if seen.no_effect else seen.caught


def count_outcomes(measured: Debugging, runtime: str) -> Counter[Outcome]:
    """How many mistakes ended how on a runtime."""
    return Counter(outcome_of(seen) for seen in _on(measured, runtime))


def count_named(measured: Debugging, runtime: str, what: str) -> tuple[int, int]:
    """Messages that name `what`, and those that could have."""
    named = [getattr(seen, what) for seen in _on(measured, runtime)]
    return named.count(True), len(named) - named.count(None)


def median_frames(measured: Debugging, runtime: str) -> tuple[float, float]:
    """The median number of frames of a traceback, and of those the program's own."""
    raised = [seen for seen in _on(measured, runtime) if seen.frames]
    if not raised:
        return 0.0, 0.0
    return (
        float(statistics.median(seen.frames for seen in raised)),
        float(statistics.median(seen.own for seen in raised)),
    )


def _on(measured: Debugging, runtime: str) -> list[Seen]:
    return [row.seen[runtime] for row in measured.rows if runtime in row.seen]


def cells(project: Project) -> Cells:
    """Every cell of the page's tables that a claim can cite."""
    return cells_of(read_debugging(project))


def cells_of(measured: Debugging) -> Cells:
    """The cells of what was measured, by name."""
    found = {f"debugging/{name}": cell for name, cell in _cells(measured)}
    return cells_on(PAGE, found)


def _cells(measured: Debugging) -> Iterator[tuple[str, tuple[float | str, str]]]:
    for row in measured.rows:
        for name, seen in row.seen.items():
            outcome = outcome_of(seen)
            yield f"{row.mistake.name}/{name}/caught", (outcome, OUTCOMES[outcome])
    for mode, by_runtime in measured.stops.items():
        for name, stops in by_runtime.items():
            yield f"breakpoint/{slug(mode)}/{name}", (stops.stops, str(stops))
    for name in measured.runtimes:
        counts = count_outcomes(measured, name)
        for outcome in OUTCOMES:
            count = counts[outcome]
            yield f"total/{slug(outcome)}/{name}", (count, str(count))
