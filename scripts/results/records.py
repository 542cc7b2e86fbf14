"""What a run gave, on disk: one JSON file per pair and runtime."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from scripts.core.project import Project

SCHEMA = 2


class Warned(Struct, frozen=True):
    """A warning that the snippet caused."""

    category: str
    message: str

    def __str__(self) -> str:
        return f"{self.category}: {self.message}"


class Series(Struct, frozen=True):
    """One line of a figure."""

    label: str
    x: list[float]
    y: list[float]


class Figure(Struct, frozen=True, omit_defaults=True):
    """A line plot or a matrix as data: pages draw it in the reader's colours.

    `matrix` holds rows from top to bottom; `series` is empty then.
    """

    title: str
    x_label: str
    y_label: str
    series: list[Series]
    matrix: list[list[float]] = []


class Output(Struct, frozen=True):
    """What one cell gave; text as its lines, so that a diff shows which changed."""

    stdout: list[str] = []
    stderr: list[str] = []
    warnings: list[Warned] = []
    figures: list[Figure] = []


class Value(Struct, frozen=True):
    """A compared value: `numbers` in C order, shortest decimals of its type."""

    dtype: str
    shape: list[int]
    numbers: str


class Raised(Struct, frozen=True):
    """The uncaught error that ended a run."""

    type: str
    message: str
    line: int
    traceback: list[str]


class Record(Struct, frozen=True):
    """One run: its key, the versions it ran on, and what came out."""

    schema: int
    key: str
    runtime: str
    versions: dict[str, str]
    outputs: list[Output]
    values: dict[str, Value]
    raised: Raised | None = None
    defaults: dict[str, str] = {}

    @property
    def warnings(self) -> list[Warned]:
        """What all cells warned, in order."""
        return [warned for output in self.outputs for warned in output.warnings]


def record_path(project: Project, pair: str, runtime: str) -> Path:
    """Where the record of a run is committed."""
    return project.results / pair / f"{runtime}.json"


def encode(thing: Struct) -> bytes:
    """A record or certificate as it stands on disk: sorted, indented, LF."""
    return msgspec.json.format(msgspec.json.encode(thing), indent=1) + b"\n"


def decode(data: bytes) -> Record:
    """The record in `data`; raises `ValueError` when it is not one of ours."""
    record = msgspec.json.decode(data, type=Record)
    if record.schema != SCHEMA:
        raise ValueError(f"has schema {record.schema}, this program reads {SCHEMA}")
    return record
