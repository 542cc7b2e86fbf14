"""Two records of a pair become a certificate: how far apart, and so which grade."""

from __future__ import annotations

import math
from pathlib import Path

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.pairs import Grade, Pair, Side, Tolerance
from scripts.results.records import SCHEMA, Record, Value
from scripts.results.values import index_of, numbers_of

REFERENCE = "pytorch"
WORDS: dict[Grade, str] = {
    "identical": "equal as written",
    "settable": "equal after the change that the programs show",
    "structural": "still differs after the change that the programs show",
    "illustrative": "nothing numeric to compare",
}
PACKAGES = {"pytorch": "torch.", "keras": "keras."}
NAMES = {"pytorch": "PyTorch", "keras": "Keras"}


def grade_in_words(pair: Pair, grade: Grade) -> str:
    """What the grade of a pair means; also where one side had to be put together.

    Where a framework lacks the thing and no package has it, its side is made of
    parts, and to be equal says that this can be done.
    """
    lacks = pair.declaration.missing
    if not lacks or grade != "identical":
        return WORDS[grade]
    if not getattr(pair.declaration, lacks).startswith(PACKAGES[lacks]):
        return WORDS[grade]
    return f"{NAMES[lacks]} has none: its side is made of parts, and is equal"


class Comparison(Struct, frozen=True):
    """One named value on both sides.

    `largest` is max |pytorch - keras|, found at index `at`; `relative` is that
    over the largest magnitude on either side. `equal` says whether every
    number agrees within `rtol` and `atol`, and `expected` what was declared.
    """

    name: str
    shape: list[int]
    largest: float
    relative: float
    at: list[int]
    rtol: float
    atol: float
    equal: bool
    expected: bool

    @property
    def numbers(self) -> int:
        """How many numbers were compared."""
        return math.prod(self.shape)


class Certificate(Struct, frozen=True):
    """The measured grade of a pair, and its comparisons by Keras runtime."""

    schema: int
    grade: Grade
    comparisons: dict[str, list[Comparison]]


def side_of(runtime: str) -> Side:
    """The side that a runtime runs."""
    return "pytorch" if runtime == REFERENCE else "keras"


def certificate_path(project: Project, pair: str) -> Path:
    """Where the certificate of a pair is committed."""
    return project.results / pair / "certificate.json"


def decode_certificate(data: bytes) -> Certificate:
    """The certificate in `data`; raises `ValueError` when it is not one of ours."""
    certificate = msgspec.json.decode(data, type=Certificate)
    if certificate.schema != SCHEMA:
        what = f"has schema {certificate.schema}, this program reads {SCHEMA}"
        raise ValueError(what)
    return certificate


def certify(project: Project, pair: Pair, records: dict[str, Record]) -> Certificate:
    """Compare every other record of `pair` with PyTorch's, by runtime.

    Raises `Problem` where the shapes of a value differ between the sides.
    """
    comparisons = {
        runtime: [
            _compare(project, pair, name, records[REFERENCE], record)
            for name in pair.declaration.compare
        ]
        for runtime, record in records.items()
        if runtime != REFERENCE
    }
    everything = [c for found in comparisons.values() for c in found]
    return Certificate(SCHEMA, measured_grade(everything), comparisons)


def measured_grade(comparisons: list[Comparison]) -> Grade:
    """The grade that the numbers earn.

    `naive` and `naive_...` name the port that a reader would write first; any
    other value that differs does so with its arguments made equal.
    """
    apart = [c.name for c in comparisons if not c.equal]
    if not comparisons:
        return "illustrative"
    if not apart:
        return "identical"
    if all(is_naive(name) for name in apart):
        return "settable"
    return "structural"


def is_naive(name: str) -> bool:
    """Whether a value is the port that a reader would write first."""
    return name == "naive" or name.startswith("naive_")


def _compare(
    project: Project, pair: Pair, name: str, reference: Record, record: Record
) -> Comparison:
    ours, theirs = reference.values[name], record.values[name]
    if ours.shape != theirs.shape:
        where = project.show(pair.folder / "pair.toml")
        what = f"{name} has shape {ours.shape} in PyTorch and {theirs.shape} in Keras"
        remedy = "bring both to one shape in the snippets"
        raise Problem(where, what, remedy)
    tolerance, expected = _declared(pair, name)
    return _compared(name, ours, theirs, tolerance, expected)


def _compared(
    name: str, ours: Value, theirs: Value, tolerance: Tolerance, expected: bool
) -> Comparison:
    a, b = numbers_of(ours), numbers_of(theirs)
    apart = [abs(x - y) for x, y in zip(a, b, strict=True)]
    largest = max(apart, default=0.0)
    scale = max(map(abs, a + b), default=0.0)
    relative = largest / scale if scale else 0.0
    at = index_of(apart.index(largest), ours.shape) if apart else []
    rtol, atol = tolerance.rtol, tolerance.atol
    equal = all(d <= atol + rtol * abs(x) for d, x in zip(apart, a, strict=True))
    return Comparison(
        name, ours.shape, largest, relative, at, rtol, atol, equal, expected
    )


def _declared(pair: Pair, name: str) -> tuple[Tolerance, bool]:
    """The tolerance of a value, and whether it is declared to be equal."""
    declared = pair.declaration.compare[name]
    if isinstance(declared, Tolerance):
        return declared, True
    return Tolerance(), declared == "equal"


def broken_promises(
    project: Project, pair: Pair, certificate: Certificate
) -> list[Problem]:
    """Where the numbers do not come out as `pair.toml` declares."""
    where = project.show(pair.folder / "pair.toml")
    remedy = "mend the snippets, or declare what is true"
    found = [
        Problem(where, _complaint(pair, runtime, c), remedy)
        for runtime, comparisons in certificate.comparisons.items()
        for c in comparisons
        if c.equal != c.expected
    ]
    declared, measured = pair.declaration.grade, certificate.grade
    if not found and measured != declared:
        what = f"{pair.name}: the grade is declared as {declared!r} but measured as"
        found.append(Problem(where, f"{what} {measured!r} ({WORDS[measured]})", remedy))
    return found


def _complaint(pair: Pair, runtime: str, c: Comparison) -> str:
    size = f"{c.largest:.3g} (relative {c.relative:.2g}) at {c.at}"
    bound = f"rtol {c.rtol:g}, atol {c.atol:g}"
    if c.expected:
        return f"{pair.name}: {c.name} differs by {size} on {runtime}, beyond {bound}"
    return (
        f"{pair.name}: {c.name} is declared to differ, but is equal on {runtime}"
        f" within {bound}: {size}"
    )
