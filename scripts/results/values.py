"""Compared values: from what a framework holds to numbers on disk, and back."""

from __future__ import annotations

import array
from typing import Any

from scripts.results.records import Value

MOST = 1000
SINGLE = {"float32", "float16", "bfloat16"}


class NotComparable(ValueError):
    """The value cannot be compared; the message says why."""


def to_value(thing: Any) -> Value:
    """`thing` as a record keeps it. NumPy is needed, and there for every runtime.

    Accepts numbers, booleans, nested lists, NumPy arrays, tensors and
    variables of either framework, of any shape up to 1,000 numbers. Raises
    `NotComparable` for anything else, and for NaN and infinities.
    """
    import numpy

    data = numpy.asarray(_plain(thing))
    if data.dtype.kind not in "biuf":
        raise NotComparable(f"is {type(thing).__name__}, not numbers")
    if data.size > MOST:
        raise NotComparable(f"has {data.size} numbers; compare at most {MOST}")
    if not numpy.isfinite(data).all():
        where = numpy.argwhere(~numpy.isfinite(numpy.atleast_1d(data)))[0].tolist()
        raise NotComparable(f"contains NaN or an infinity, first at {where}")
    text = " ".join(str(number) for number in data.ravel())
    text = text.replace("True", "1").replace("False", "0")
    return Value(str(data.dtype), list(data.shape), text)


def _plain(thing: Any) -> Any:
    """What NumPy can read: out of a variable, off the graph, on the CPU."""
    if hasattr(thing, "value") and hasattr(thing, "trainable"):
        thing = thing.value
    if hasattr(thing, "detach"):
        thing = thing.detach().cpu()
        return thing.float() if str(thing.dtype) == "torch.bfloat16" else thing
    if isinstance(thing, list | tuple):
        return [_plain(part) for part in thing]
    return thing


def numbers_of(value: Value) -> list[float]:
    """The numbers of a value, exactly as the run held them."""
    parsed = [float(text) for text in value.numbers.split()]
    if value.dtype in SINGLE:
        return array.array("f", parsed).tolist()
    return parsed


def index_of(position: int, shape: list[int]) -> list[int]:
    """The index into an array of `shape` of the number at `position` in C order."""
    index = []
    for extent in reversed(shape):
        position, rest = divmod(position, extent)
        index.append(rest)
    return index[::-1]
