"""What was measured about debugging, as data for programs."""

from __future__ import annotations

from msgspec import Struct

from scripts.measurements.debugging import PAGE, Debugging, Outcome, Stops, outcome_of
from scripts.results.mistake_outcomes import Seen


class PublishedRun(Struct, frozen=True):
    """What one run of a mistake showed; `outcome` is when it was caught.

    `error` is the type of the error or warning and `message` its text, both
    empty where there was none. `layer`, `at_fault` and `remedy` say whether
    the message names them, null where there is no message or nothing to name.
    `frames` counts those of the traceback, `own` those of them in the program.
    `printed` is what the program printed, `mended` what the mended one did.
    """

    outcome: Outcome
    error: str
    message: str
    layer: bool | None
    at_fault: bool | None
    remedy: bool | None
    frames: int
    own: int
    printed: list[str]
    mended: list[str]


class PublishedMistake(Struct, frozen=True):
    """A mistake with its runs by runtime; `address` is from the root of the site."""

    name: str
    title: str
    mistake: str
    address: str
    runs: dict[str, PublishedRun]


class PublishedDebugging(Struct, frozen=True):
    """Every mistake, and by mode and runtime the stops of a breakpoint in a model."""

    mistakes: list[PublishedMistake]
    breakpoints: dict[str, dict[str, Stops]]


def published(measured: Debugging) -> PublishedDebugging:
    """What was measured, as it is published."""
    mistakes = [
        PublishedMistake(
            name=row.mistake.name,
            title=row.mistake.declaration.title,
            mistake=row.mistake.declaration.mistake,
            address=f"{PAGE}#mistake-{row.mistake.name}",
            runs={name: _run(seen) for name, seen in row.seen.items()},
        )
        for row in measured.rows
    ]
    return PublishedDebugging(mistakes, measured.stops)


def _run(seen: Seen) -> PublishedRun:
    return PublishedRun(
        outcome=outcome_of(seen),
        error=seen.kind,
        message=seen.message,
        layer=seen.layer,
        at_fault=seen.at_fault,
        remedy=seen.remedy,
        frames=seen.frames,
        own=seen.own,
        printed=seen.printed,
        mended=seen.mended,
    )
