"""What the runner and the runtimes' parents say to each other, as JSON."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from scripts.corpus.pairs import Limits
from scripts.results.records import Output, Raised, Value

Status = Literal[
    "ok",
    "error",
    "exit",
    "signal",
    "timeout",
    "memory-limit",
    "output-limit",
    "process-limit",
    "missing-runtime",
    "sandbox",
]


class Parent(Struct, frozen=True):
    """How to become the parent of a runtime; `socket` is where to listen."""

    name: str
    socket: int
    environment: dict[str, str]
    preload: list[str]
    hidden: list[str]
    after: str


class Request(Struct, frozen=True):
    """Run one snippet: the program at `path`, whose cells begin at `cells`."""

    id: int
    path: str
    text: str
    cells: list[int]
    files: list[str]
    compare: list[str]
    raises: str
    api: str
    parameters: list[str]
    limits: Limits


class Result(Struct, frozen=True):
    """What a child says of itself; only content, never believed about status.

    `seconds` is what the snippet itself took, without fork and clean-up.
    """

    outputs: list[Output]
    values: dict[str, Value]
    raised: Raised | None
    defaults: dict[str, str] = {}
    failure: str = ""
    line: int = 0
    status: Literal["ok", "error", "exit", "memory-limit", "sandbox"] = "ok"
    seconds: float = 0.0


class Outcome(Struct, frozen=True):
    """How a run ended, as its parent saw it."""

    id: int
    status: Status
    seconds: float
    line: int = 0
    message: str = ""
    result: Result | None = None
