"""The checks can fail: a pair whose numbers were changed is always caught.

Every compared value of every pair, on every backend, is changed in several
ways that a wrong port would change it, and certified again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec
import pytest

from scripts.core.problems import Problem
from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.pairs import Pair, Tolerance
from scripts.corpus.runtimes import read_runtimes, runtimes_of
from scripts.results.certify import (
    REFERENCE,
    Certificate,
    broken_promises,
    certificate_path,
    certify,
    decode_certificate,
    is_naive,
    measured_grade,
)
from scripts.results.records import SCHEMA, Record, Value, decode, record_path
from scripts.results.values import numbers_of

PROJECT = Project(HERE)
PAIRS = [p for p in find_pairs(PROJECT) if p.declaration.compare]
RUNTIMES = read_runtimes(PROJECT)
Numbers = list[float]


def _scaled(numbers: Numbers) -> Numbers:
    """Every number 1 % larger, or where all are zero, moved."""
    return [1.01 * x for x in numbers] if any(numbers) else [0.01 for _ in numbers]


def _one_changed(numbers: Numbers) -> Numbers:
    """The largest number 1 % larger."""
    at = max(range(len(numbers)), key=lambda i: abs(numbers[i]))
    return [x + (0.01 * (abs(x) or 1) if i == at else 0) for i, x in enumerate(numbers)]


def _shifted(numbers: Numbers) -> Numbers:
    """A constant added, as a forgotten bias does."""
    step = 0.01 * (max(map(abs, numbers)) or 1)
    return [x + step for x in numbers]


def _negated(numbers: Numbers) -> Numbers:
    return [-x for x in numbers] if any(numbers) else [1.0 for _ in numbers]


def _reversed(numbers: Numbers) -> Numbers:
    """Another order, as a wrong layout or swapped gates give."""
    turned = numbers[::-1]
    moved = max(abs(x - y) for x, y in zip(turned, numbers, strict=True))
    return turned if moved > 0.01 * max(map(abs, numbers)) else _scaled(numbers)


MUTATIONS: list[Callable[[Numbers], Numbers]] = [
    _scaled,
    _one_changed,
    _shifted,
    _negated,
    _reversed,
]


def records_of(pair: Pair) -> dict[str, Record]:
    """The committed records of a pair."""
    return {
        name: decode(record_path(PROJECT, pair.name, name).read_bytes())
        for name in runtimes_of(pair, RUNTIMES)
    }


@cache
def committed(pair: str) -> Certificate:
    """The certificate of a pair as it is committed."""
    return decode_certificate(certificate_path(PROJECT, pair).read_bytes())


def caught(
    pair: Pair, records: dict[str, Record], runtime: str, name: str, to: Value
) -> bool:
    """Whether the pair is refused when a value of one runtime is replaced.

    Only that value is compared anew; all others are as in the committed certificate.
    """
    record = records[runtime]
    changed = msgspec.structs.replace(record, values=record.values | {name: to})
    declaration = pair.declaration
    only = msgspec.structs.replace(
        declaration, compare={name: declaration.compare[name]}
    )
    ours = {REFERENCE: records[REFERENCE], runtime: changed}
    try:
        new = certify(PROJECT, msgspec.structs.replace(pair, declaration=only), ours)
    except Problem:
        return True
    return bool(broken_promises(PROJECT, pair, with_anew(pair, runtime, new)))


def with_anew(pair: Pair, runtime: str, new: Certificate) -> Certificate:
    """The committed certificate of a pair, with one comparison in another's place."""
    (comparison,) = new.comparisons[runtime]
    before = committed(pair.name).comparisons
    of_it = [comparison if c.name == comparison.name else c for c in before[runtime]]
    comparisons = before | {runtime: of_it}
    everything = [c for found in comparisons.values() for c in found]
    return Certificate(SCHEMA, measured_grade(everything), comparisons)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_changed_value_is_caught(pair: Pair) -> None:
    records = records_of(pair)
    for runtime in (name for name in records if name != "pytorch"):
        for name, expectation in pair.declaration.compare.items():
            if expectation == "differs":
                continue
            value = records[runtime].values[name]
            assert not isinstance(expectation, Tolerance) or expectation.rtol < 0.005
            for mutate in MUTATIONS:
                numbers = mutate(numbers_of(value))
                text = " ".join(map(repr, numbers))
                to = Value("float64", value.shape, text)
                assert caught(pair, records, runtime, name, to), (
                    f"{name} on {runtime} survives {mutate.__name__}"
                )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_difference_that_is_gone_is_caught(pair: Pair) -> None:
    records = records_of(pair)
    for runtime in (name for name in records if name != "pytorch"):
        for name, expectation in pair.declaration.compare.items():
            if expectation == "differs" or is_naive(name):
                same = records["pytorch"].values[name]
                kept = expectation != "differs"
                assert kept or caught(pair, records, runtime, name, same)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_another_shape_is_caught(pair: Pair) -> None:
    records = records_of(pair)
    for runtime in (name for name in records if name != "pytorch"):
        for name in pair.declaration.compare:
            value = records[runtime].values[name]
            to = Value(value.dtype, [*value.shape, 1], value.numbers)
            assert caught(pair, records, runtime, name, to)
