"""What the session and a worker say to each other: JSON, a line each way."""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Request(Struct, frozen=True):
    """A method of the worker's server, and what it is called with."""

    method: str
    arguments: tuple[int, ...] = ()


class Reply(Struct, frozen=True):
    """What it gave, or the error in one line."""

    value: Any = None
    error: str = ""


class Prepared(Struct, frozen=True):
    """Seconds of the first step and of all warm-up, and what was computed.

    `losses` are those of the first step and of each round of warm-up;
    `outputs` are those of the model before it is trained.
    """

    first_step: float
    warm_up: float
    losses: list[float]
    outputs: list[float]
