"""One walk over steps, sides and runtimes to what each cell gave, as plain data.

It gives once what several backends gave alike; HTML, Markdown and notebooks are drawn
from it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, NamedTuple, TypeVar

from scripts.core.markup import slug
from scripts.corpus.pairs import SIDES, Pair, Side
from scripts.corpus.runtimes import backend_of
from scripts.corpus.snippets import Snippet
from scripts.results.certify import REFERENCE
from scripts.results.records import Output, Raised, Record
from scripts.results.reproduced import same_text

T = TypeVar("T")
FRAMEWORKS = {"pytorch": "PyTorch", "keras": "Keras"}


def runtime_title(name: str) -> str:
    """What a reader calls a runtime, such as `Keras on torch`."""
    return "PyTorch" if name == REFERENCE else f"Keras on {backend_of(name)}"


class Given(NamedTuple):
    """What a cell gave: its output, and the error that ended it."""

    output: Output
    raised: Raised | None

    def text(self) -> str:
        """What has to be the same for a reader to see the same; figures are not."""
        seen, raised = self.output, self.raised
        warned = [warning.message for warning in seen.warnings]
        error = f"{raised.type}: {raised.message}" if raised else ""
        return "\n".join([*seen.stdout, "", *seen.stderr, *warned, error])


class Group(NamedTuple, Generic[T]):
    """Runtimes that gave the same, and what the first of them gave."""

    runtimes: list[str]
    given: T

    @property
    def backends(self) -> list[str]:
        """What a reader calls the runtimes."""
        return [backend_of(name) for name in self.runtimes]


class SideOfStep(NamedTuple):
    """The code of one side in a step, and what it gave."""

    side: Side
    code: str
    groups: list[Group[Given]]


class Step(NamedTuple):
    """A step of both programs; `anchor` is its place on the page."""

    title: str
    anchor: str
    sides: list[SideOfStep]


def given_by(snippet: Snippet, record: Record) -> list[Given]:
    """What each cell of a run gave; nothing after the one that raised."""
    count = len(snippet.cells)
    outputs = record.outputs + [Output()] * (count - len(record.outputs))
    raised = [None] * (count - 1) + [record.raised]
    return [Given(*found) for found in zip(outputs[:count], raised, strict=True)]


def runs_of_side(
    pair: Pair, side: str, records: Mapping[str, Record]
) -> dict[str, list[Given]]:
    """What each cell of a side gave, by runtime."""
    snippet = pair.snippets[side]
    return {
        name: given_by(snippet, record)
        for name, record in records.items()
        if (name == REFERENCE) == (side == REFERENCE)
    }


def grouped(given: Mapping[str, T], text: Callable[[T], str]) -> list[Group[T]]:
    """Those together whose text is the same, the last digits of numbers aside."""
    groups: list[tuple[str, Group[T]]] = []
    for name, found in given.items():
        said = text(found)
        for known, group in groups:
            if same_text(known, said):
                group.runtimes.append(name)
                break
        else:
            groups.append((said, Group([name], found)))
    return [group for _, group in groups]


def steps_of(pair: Pair, records: Mapping[str, Record]) -> list[Step]:
    """The steps of a pair, each with the code and the output of both sides."""
    runs = {side: runs_of_side(pair, side, records) for side in SIDES}
    return [
        Step(
            cell.title,
            f"{pair.anchor}-{slug(cell.title)}",
            [_side(pair, side, runs[side], place) for side in SIDES],
        )
        for place, cell in enumerate(pair.snippets["pytorch"].cells)
    ]


def _side(
    pair: Pair, side: Side, runs: dict[str, list[Given]], place: int
) -> SideOfStep:
    given = {name: cells[place] for name, cells in runs.items()}
    code = pair.snippets[side].cells[place].code
    return SideOfStep(side, code, grouped(given, Given.text))
