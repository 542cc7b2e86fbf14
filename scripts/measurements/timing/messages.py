"""What the session and a worker say to each other: JSON, a line each way."""

from __future__ import annotations

from msgspec import Struct


class Prepare(Struct, frozen=True, tag=True):
    """Make a new model and warm up."""

    batch: int
    steps: int


class Round(Struct, frozen=True, tag=True):
    """Make one round of steps and time it."""


class Finish(Struct, frozen=True, tag=True):
    """Say how much memory was used at most."""


Request = Prepare | Round | Finish


class Ready(Struct, frozen=True, tag=True):
    """Everything is imported; `device` is what computes."""

    device: str


class Prepared(Struct, frozen=True, tag=True):
    """Seconds of the first step and of all warm-up, and what was computed.

    `losses` are those of the first step and of each round of warm-up;
    `outputs` are those of the model after them.
    """

    first_step: float
    warm_up: float
    losses: list[float]
    outputs: list[float]


class Took(Struct, frozen=True, tag=True):
    """Seconds that a round took."""

    seconds: float


class Peak(Struct, frozen=True, tag=True):
    """The most memory that the worker held, in bytes."""

    memory: int


class Failed(Struct, frozen=True, tag=True):
    """The rung cannot be measured; `why` is the error in one line."""

    why: str


Reply = Ready | Prepared | Took | Peak | Failed
