"""Defaults that differ: the arguments of both APIs, side by side."""

from __future__ import annotations

import ast

from msgspec import Struct

from scripts.corpus.pairs import Pair
from scripts.results.certify import REFERENCE
from scripts.results.records import Record

REQUIRED = "required"


class Argument(Struct, frozen=True):
    """An argument on both sides, its defaults as Python writes them, and a note."""

    pytorch: str
    keras: str
    pytorch_default: str
    keras_default: str
    convention: str

    @property
    def equal(self) -> bool:
        """Whether the defaults are the same and mean the same."""
        ours = _meaning(self.pytorch, self.pytorch_default)
        theirs = _meaning(self.keras, self.keras_default)
        return ours == theirs and not self.convention

    @property
    def required(self) -> bool:
        """Whether one side or both have no default: nobody forgets to set that."""
        return REQUIRED in (self.pytorch_default, self.keras_default)


def compared_arguments(pair: Pair, records: dict[str, Record]) -> list[Argument]:
    """The arguments that `[parameters]` of a pair matches, as installed."""
    theirs = next((r for name, r in records.items() if name != REFERENCE), None)
    if theirs is None:
        return []
    ours, declared = records[REFERENCE].defaults, pair.declaration
    return [
        Argument(
            name,
            other,
            ours[name],
            theirs.defaults[other],
            declared.conventions.get(name, ""),
        )
        for name, other in declared.parameters.items()
    ]


def _meaning(name: str, default: str) -> object:
    """A default as a value: `1` is `1.0`, and also `(1, 1)`, one for each axis.

    Padding that is `valid` is none.
    """
    try:
        value = ast.literal_eval(default)
    except (ValueError, SyntaxError):
        return default
    if isinstance(value, tuple) and len(set(value)) == 1:
        return value[0]
    return 0 if (name, value) == ("padding", "valid") else value
