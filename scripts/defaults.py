"""Defaults that differ: the arguments of both APIs, side by side."""

from __future__ import annotations

from msgspec import Struct

from scripts.certify import REFERENCE
from scripts.pairs import Pair
from scripts.records import Record


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
        return self.pytorch_default == self.keras_default and not self.convention


def compared_arguments(pair: Pair, records: dict[str, Record]) -> list[Argument]:
    """The arguments that `[parameters]` of a pair matches, as installed."""
    theirs = next(r for name, r in records.items() if name != REFERENCE)
    ours, told = records[REFERENCE].defaults, pair.declaration
    return [
        Argument(
            name,
            other,
            ours[name],
            theirs.defaults[other],
            told.conventions.get(name, ""),
        )
        for name, other in told.parameters.items()
    ]
