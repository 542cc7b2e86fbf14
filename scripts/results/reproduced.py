"""Does a fresh run agree with its committed record?

Text has to be the same but for the last digits of its numbers, and numbers
have to be close: other processors round differently, near 1e-6.
"""

from __future__ import annotations

import math
import re
from itertools import chain, zip_longest

from scripts.results.records import Figure, Output, Record, Value
from scripts.results.values import numbers_of

NUMBER = re.compile(r"(?<![\w.])[-+]?(?:\d+\.\d*|\.\d+|\d+(?=e))(?:e[-+]?\d+)?")
TEXT_RTOL, TEXT_ATOL = 2e-3, 2e-6
VALUE_RTOL, SCALE_RTOL, VALUE_ATOL = 1e-3, 1e-5, 2e-7


def disagreement(committed: Record, fresh: Record, drawn: bool = True) -> str:
    """What differs, in words; empty when the two agree.

    Without `drawn` the numbers in figures may differ: after a whole training the
    rounding of another processor shows in them.
    """
    for name in ("key", "versions", "defaults"):
        if getattr(committed, name) != getattr(fresh, name):
            return f"its {name} {'are' if name.endswith('s') else 'is'} out of date"
    return (
        _outputs(committed.outputs, fresh.outputs, drawn)
        or _raised(committed, fresh)
        or _values(committed.values, fresh.values)
    )


def same_text(one: str, other: str) -> bool:
    """Equal but for decimals that round to nearly the same number."""
    if one == other:
        return True
    ours, theirs = NUMBER.findall(one), NUMBER.findall(other)
    if NUMBER.sub("#", one) != NUMBER.sub("#", other):
        return False
    return all(
        math.isclose(float(a), float(b), rel_tol=TEXT_RTOL, abs_tol=TEXT_ATOL)
        for a, b in zip(ours, theirs, strict=True)
    )


def _outputs(committed: list[Output], fresh: list[Output], drawn: bool) -> str:
    if len(committed) != len(fresh):
        return f"{len(fresh)} cells ran, not {len(committed)}"
    for number, (old, new) in enumerate(zip(committed, fresh, strict=True), start=1):
        what = (
            _lines("stdout", old.stdout, new.stdout)
            or _lines("stderr", old.stderr, new.stderr)
            or _lines("warnings", [*map(str, old.warnings)], [*map(str, new.warnings)])
            or _figures(old.figures, new.figures, drawn)
        )
        if what:
            return f"cell {number}: {what}"
    return ""


def _lines(stream: str, old: list[str], new: list[str]) -> str:
    for was, now in zip_longest(old, new):
        if was is None or now is None or not same_text(was, now):
            return f"{stream} was {was!r}, is {now!r}"
    return ""


def _raised(committed: Record, fresh: Record) -> str:
    old, new = committed.raised, fresh.raised
    if old is None or new is None:
        return "" if old is new else "whether it raises has changed"
    return _lines("error", [old.type, *old.traceback], [new.type, *new.traceback])


def _figures(old: list[Figure], new: list[Figure], drawn: bool) -> str:
    if [_shape(f, drawn) for f in old] != [_shape(f, drawn) for f in new]:
        return "the figures are others"
    for was, now in zip(old, new, strict=True) if drawn else ():
        for before, after in zip(was.series, now.series, strict=True):
            if not _close(before.x + before.y, after.x + after.y):
                return f"the line {after.label!r} of {now.title!r} has moved"
        if not _close([*chain(*was.matrix)], [*chain(*now.matrix)]):
            return f"the matrix of {now.title!r} differs"
    return ""


def _shape(figure: Figure, drawn: bool) -> list[str | int]:
    lines = [p for s in figure.series for p in (s.label, len(s.x) if drawn else 0)]
    size = [len(row) for row in figure.matrix]
    return [figure.title, figure.x_label, figure.y_label, *lines, *size]


def _values(old: dict[str, Value], new: dict[str, Value]) -> str:
    if old.keys() != new.keys():
        return f"it holds {sorted(old)}, the run gave {sorted(new)}"
    for name, was in old.items():
        now = new[name]
        if (was.dtype, was.shape) != (now.dtype, now.shape):
            return f"{name} was {was.dtype}{was.shape}, is {now.dtype}{now.shape}"
        if not _close(numbers_of(was), numbers_of(now)):
            return f"{name} differs"
    return ""


def _close(old: list[float], new: list[float]) -> bool:
    """Each number to a thousandth; noise counts against the largest of them."""
    noise = VALUE_ATOL + SCALE_RTOL * max(map(abs, old), default=0.0)
    return all(
        math.isclose(a, b, rel_tol=VALUE_RTOL, abs_tol=noise)
        for a, b in zip(old, new, strict=True)
    )
