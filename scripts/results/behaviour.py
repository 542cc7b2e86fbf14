"""What differs between what pairs did on some versions and on others."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import zip_longest
from typing import Literal

from msgspec import Struct

from scripts.results.certify import REFERENCE
from scripts.results.reproduced import same_text
from scripts.results.summaries import Behaviour, Compared, Ran, Summary

Kind = Literal["run", "number", "grade", "output", "warning", "default", "signature"]
KINDS: dict[Kind, str] = {
    "run": "Error",
    "number": "Difference",
    "grade": "Grade",
    "output": "Output",
    "warning": "Warnings",
    "default": "Defaults",
    "signature": "Arguments",
}
NOTHING = "nothing"
RUNS = "runs"
RTOL = 1e-2


class Change(Struct, frozen=True):
    """One thing that a pair, or an API, does otherwise.

    `subject` is the name of a pair or, where the kind is `signature`, of an API;
    `runtime` is empty for one and for a grade. `before` and `after` say in a line
    what was seen.
    """

    kind: Kind
    subject: str
    runtime: str
    before: str
    after: str


def changes(before: Summary, after: Summary) -> list[Change]:
    """Everything that differs, of what both ran alike, by pair and then by API."""
    found = [c for name in before.pairs for c in changes_of(before, after, name)]
    return found + _of_signatures(before, after)


def changes_of(before: Summary, after: Summary, pair: str) -> list[Change]:
    """What a pair does otherwise, the most telling first; empty if not comparable."""
    if not comparable(before, after, pair):
        return []
    found = _of_pair(pair, before.pairs[pair], after.pairs[pair])
    return sorted(found, key=lambda c: ([*KINDS].index(c.kind), c.runtime, c.before))


def _of_signatures(before: Summary, after: Summary) -> list[Change]:
    found = []
    for api in sorted(before.signatures.keys() & after.signatures.keys()):
        ours, theirs = before.signatures[api], after.signatures[api]
        if ours != theirs:
            was, now = _arguments(ours, theirs)
            found.append(Change("signature", api, "", was, now))
    return found


def comparable(before: Summary, after: Summary, pair: str) -> bool:
    """Whether both ran the same programs of a pair."""
    ours, theirs = before.pairs.get(pair), after.pairs.get(pair)
    return bool(ours and theirs and ours.source == theirs.source)


def _of_pair(name: str, was: Behaviour, now: Behaviour) -> Iterator[Change]:
    same_runs = was.runs.keys() == now.runs.keys()
    if was.grade and now.grade and was.grade != now.grade and same_runs:
        yield Change("grade", name, "", was.grade, now.grade)
    for runtime in was.runs.keys() & now.runs.keys():
        ours, theirs = was.runs[runtime], now.runs[runtime]
        if _ended(ours) != _ended(theirs):
            yield Change("run", name, runtime, _ended(ours), _ended(theirs))
        if ours.failed or theirs.failed:
            continue
        for kind, before, after in _of_run(ours, theirs):
            yield Change(kind, name, runtime, before, after)
        if runtime != REFERENCE:
            yield from _numbers(name, runtime, was, now)


def _ended(ran: Ran) -> str:
    return ran.failed or (f"raises {ran.raised}" if ran.raised else RUNS)


def _of_run(was: Ran, now: Ran) -> Iterator[tuple[Kind, str, str]]:
    for before, after in zip_longest(was.printed, now.printed, fillvalue=""):
        if not same_text(before, after):
            yield "output", before or NOTHING, after or NOTHING
            break
    if sorted(was.warnings) != sorted(now.warnings):
        yield "warning", *_only(was.warnings, now.warnings)
    if was.defaults != now.defaults:
        yield "default", *_arguments(was.defaults, now.defaults)


def _only(was: list[str], now: list[str]) -> tuple[str, str]:
    """What only one of both holds."""
    gone = [text for text in was if text not in now]
    new = [text for text in now if text not in was]
    return "; ".join(gone) or NOTHING, "; ".join(new) or NOTHING


def _arguments(
    was: dict[str, str] | None, now: dict[str, str] | None
) -> tuple[str, str]:
    """The arguments that only one has, or has with another default."""
    if was is None or now is None:
        words = ("no such API", "there")
        return words[was is not None], words[now is not None]
    gone = {name: value for name, value in was.items() if now.get(name) != value}
    new = {name: value for name, value in now.items() if was.get(name) != value}
    return _listed(gone), _listed(new)


def _listed(arguments: dict[str, str]) -> str:
    named = (f"{n}={v}" if v != "required" else n for n, v in arguments.items())
    return ", ".join(named) or NOTHING


def _numbers(
    name: str, runtime: str, was: Behaviour, now: Behaviour
) -> Iterator[Change]:
    before, after = was.compared.get(runtime, {}), now.compared.get(runtime, {})
    for value in before.keys() & after.keys():
        if not _alike(before[value], after[value]):
            words = (f"`{value}` {_size(c)}" for c in (before[value], after[value]))
            yield Change("number", name, runtime, *words)


def _alike(one: Compared, other: Compared) -> bool:
    """Both equal to PyTorch, or both as far from it: below that it is rounding."""
    if one.equal or other.equal:
        return one.equal == other.equal
    return math.isclose(one.largest, other.largest, rel_tol=RTOL)


def _size(compared: Compared) -> str:
    if compared.equal:
        return "equals PyTorch's"
    return f"differs by {compared.largest:.3g} from PyTorch's"
