"""Each mistake with its programs and messages, as HTML and as plain Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scripts.corpus.pairs import SIDES, Side
from scripts.measurements.debugging import OUTCOMES, Row, outcome_of
from scripts.pages.blocks import fence
from scripts.pages.pairs.walk import FRAMEWORKS, Group, grouped, runtime_title
from scripts.pages.tables import Cell, Table
from scripts.pages.templating import component
from scripts.results.certify import side_of
from scripts.results.mistake_outcomes import Seen

NAMED = {
    "layer": "the layer",
    "at_fault": "what does not fit",
    "remedy": "the remedy",
}
HEAD = ["Runs on", "Caught", "Error or warning", "Names the layer", "what does not fit"]
HEAD += ["the remedy", "Frames in the program", "at"]


class Ran(NamedTuple):
    """What a run of a mistake said, and what was seen of it."""

    message: str
    seen: Seen

    def text(self) -> str:
        """What has to be the same for a reader to see the same."""
        return "\n".join([self.message, *self.seen.printed, "", *self.seen.mended])


def groups_of(row: Row, side: Side) -> list[Group[Ran]]:
    """What the runs of a side said, once for all that said the same."""
    runs = {
        name: Ran(_message(row, name), seen)
        for name, seen in row.seen.items()
        if side_of(name) == side
    }
    return grouped(runs, Ran.text)


def _message(row: Row, name: str) -> str:
    if raised := row.made[name].raised:
        return "\n".join(raised.traceback)
    seen = row.seen[name]
    return f"{seen.kind}: {seen.message}" if seen.kind else ""


def facts_table(row: Row) -> Table:
    """When each run was caught, and what its message names."""
    return Table(HEAD, [_facts(row, name) for name in row.seen])


def _facts(row: Row, name: str) -> list[Cell]:
    seen = row.seen[name]
    frames = f"{seen.own} of {seen.frames}" if seen.frames else "–"
    return [
        Cell(runtime_title(name)),
        Cell(OUTCOMES[outcome_of(seen)]),
        _code(seen.kind),
        *(Cell(_yes(getattr(seen, what))) for what in NAMED),
        Cell(frames),
        _code(_line(row, name)),
    ]


def _code(text: str) -> Cell:
    return Cell(text, code=True) if text else Cell("–")


def _yes(named: bool | None) -> str:
    return "–" if named is None else "yes" if named else "no"


def _line(row: Row, name: str) -> str:
    """The innermost line of the program that the traceback shows."""
    number = row.seen[name].line
    text = row.mistake.made.snippets[side_of(name)].text.split("\n")
    return text[number - 1].strip() if number else ""


def html_of(row: Row) -> str:
    """One mistake with its programs and messages, as HTML on one line."""
    snippets = row.mistake.made.snippets
    return component(
        "mistake",
        mistake=row.mistake,
        facts=facts_table(row),
        frameworks=FRAMEWORKS,
        code={s: "\n\n".join(c.code for c in snippets[s].cells) for s in SIDES},
        groups={side: groups_of(row, side) for side in SIDES},
    )


def plain_of(row: Row) -> str:
    """One mistake as Markdown without HTML."""
    return "\n\n".join(_plain(row))


def _plain(row: Row) -> Iterator[str]:
    yield f"### {row.mistake.declaration.title}"
    yield row.mistake.declaration.mistake
    yield facts_table(row).markdown()
    for side in SIDES:
        slip = row.mistake.slip(side)
        yield f"#### {FRAMEWORKS[side]}"
        yield fence(row.mistake.made.snippets[side].text, "python")
        yield "Mended, in place of the first:"
        yield fence(f"{slip.wrong.strip()}\n\n{slip.right.strip()}", "python")
        for group in groups_of(row, side):
            yield f"{', '.join(map(runtime_title, group.runtimes))}:"
            message, seen = group.given
            yield fence(message or "\n".join(seen.printed), "text")
