"""What the runs of a mistake tell: when it is caught, and what the message says."""

from __future__ import annotations

import re

from msgspec import Struct

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.mistakes import MENDED, Caught, Slip, find_mistakes, holds
from scripts.corpus.pairs import MISTAKES, Pair
from scripts.results.records import Record

FRAME = re.compile(r'  File "([^"]+)", line (\d+), in ')
PROGRAM = re.compile(r"in_(?:pytorch|keras)\.py")


class Seen(Struct, frozen=True):
    """What one run of a mistake showed.

    `no_effect` says that nothing was caught and that the mended program
    prints the same. `layer`, `at_fault` and `remedy` say whether the message
    names them, None where there is no message or nothing to name. `frames`
    counts the traceback's, `own` those in the program, and `line` is the
    innermost of these, as it stands in the program.
    """

    caught: Caught
    no_effect: bool
    kind: str
    message: str
    layer: bool | None
    at_fault: bool | None
    remedy: bool | None
    frames: int
    own: int
    line: int
    printed: list[str]
    mended: list[str]


def caught_in(record: Record) -> Caught:
    """When the mistake was caught: by an error in a step, by a warning, or never."""
    if record.raised:
        return "construction" if len(record.outputs) == 1 else "run"
    return "warning" if record.warnings else "never"


def look(slip: Slip, made: Record, mended: Record) -> Seen:
    """What the run of the mistake shows, compared with that of the mended program."""
    caught, printed, now = caught_in(made), _printed(made), _printed(mended)
    (kind, message), files = _message(made), _frames(made)
    return Seen(
        caught,
        caught == "never" and printed == now,
        kind,
        message,
        holds(message, slip.layer) if kind else None,
        _all_held(message, slip.at_fault) if kind else None,
        _any_held(message, slip.remedy) if kind else None,
        len(files),
        sum(bool(PROGRAM.fullmatch(file)) for file in files),
        made.raised.line if made.raised else 0,
        printed,
        now,
    )


def _message(made: Record) -> tuple[str, str]:
    """Type and text of the error or else of the warnings; empty where there is none."""
    if made.raised:
        return made.raised.type, made.raised.message
    kind = made.warnings[0].category if made.warnings else ""
    return kind, "\n".join(warned.message for warned in made.warnings)


def _all_held(message: str, words: list[str]) -> bool | None:
    return all(holds(message, word) for word in words) if words else None


def _any_held(message: str, words: list[str]) -> bool | None:
    return any(holds(message, word) for word in words) if words else None


def _printed(record: Record) -> list[str]:
    return [line for output in record.outputs for line in output.stdout]


def _frames(record: Record) -> list[str]:
    """The files of the traceback, outermost first, from the program's first frame.

    The message may quote another traceback, which does not count.
    """
    lines = record.raised.traceback if record.raised else []
    said = len(record.raised.message.split("\n")) if record.raised else 0
    found = (FRAME.match(line) for line in lines[: len(lines) - said])
    return [frame[1] for frame in found if frame]


def check_caught(project: Project, pair: Pair, fresh: dict[str, Record]) -> None:
    """Raise `Problem` where a mistake is caught otherwise than it declares."""
    if pair.topic != MISTAKES or pair.name.endswith(f"/{MENDED}"):
        return
    (mistake,) = find_mistakes(project, [pair.name])
    where = project.show(pair.folder / "mistake.toml")
    for name, record in fresh.items():
        declared, seen = mistake.declaration.caught.get(name, ""), caught_in(record)
        if declared != seen:
            what = f"{name} is declared {declared!r} in [caught]"
            remedy = f'look at the run, then write: {name} = "{seen}"'
            raise Problem(where, f"{what}, but the run says {seen!r}", remedy)
