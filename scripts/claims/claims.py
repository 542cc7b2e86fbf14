"""The claims of the article: `docs/claims.yaml`, read and checked for form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml
from msgspec import Struct

from scripts.core.problems import Problem, Problems
from scripts.corpus.pairs import Side
from scripts.corpus.sections import SECTIONS

Verdict = Literal["holds", "partly", "outdated", "wrong", "opinion"]
VERDICTS: tuple[Verdict, ...] = ("holds", "partly", "outdated", "wrong", "opinion")
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DATE = re.compile(r"(read )?\d{4}(-\d\d(-\d\d)?)?")
REMEDY = "see .github/guides/claim.md, 'claims.yaml'"


class Evidence(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What decides a claim: a pair, a measured cell, or a primary source.

    Of a pair it names what decides: the text of an `assert` in one of the
    snippets, a compared value, or the side whose error is declared. With a
    cell may go how it `stands`: a relation such as `> 1`, or its text. What only
    `supports` a claim is about a part of it, or about something near.
    """

    pair: str = ""
    asserts: str = ""
    compares: str = ""
    raises: Side | Literal[""] = ""
    cell: str = ""
    stands: str = ""
    source: str = ""
    title: str = ""
    date: str = ""
    role: Literal["decides", "supports"] = "decides"


class Claim(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One factual statement of the article, paraphrased, and what is true."""

    id: str
    section: str
    claim: str
    verdict: Verdict
    correction: str
    checked: str
    evidence: list[Evidence] = []
    since: str = ""
    until: str = ""
    nearest: str = ""

    @property
    def decided_by_run(self) -> bool:
        """Whether a pair's own assertions or comparisons decide it."""
        return any(e.pair and e.role == "decides" for e in self.evidence)


def read_claims(path: Path, where: str) -> list[Claim]:
    """The claims in `path`, which messages call `where`; none without the file.

    Raises `Problem` or `Problems` naming each claim that is not well formed.
    """
    entries = read_entries(path, where)
    lines = _lines(path) if entries else []
    claims, found, seen = [], [], set[str]()
    for entry, line in zip(entries, lines, strict=True):
        try:
            claims.append(_claim(entry, seen))
        except ValueError as error:
            found.append(
                Problem(f"{where}:{line}", f"{_called(entry)} {error}", REMEDY)
            )
    if found:
        raise Problems(found)
    return claims


def read_entries(path: Path, where: str) -> list[dict[str, Any]]:
    """The list of mappings in a YAML file, every value as text; raises `Problem`."""
    if not path.exists():
        return []
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        what = f"cannot be read: {' '.join(str(error).split())}"
        raise Problem(where, what, "correct the line") from None
    if not isinstance(found, list) or not all(isinstance(e, dict) for e in found):
        raise Problem(where, "is not a list of entries", REMEDY)
    return found


def _lines(path: Path) -> list[int]:
    """The line on which each entry begins."""
    text = path.read_text(encoding="utf-8")
    root = yaml.compose(text, yaml.CSafeLoader)
    return [node.start_mark.line + 1 for node in root.value] if root else []


def _called(entry: dict[str, Any]) -> str:
    return f"claim {entry['id']!r}" if "id" in entry else "a claim without id"


def _claim(entry: dict[str, Any], seen: set[str]) -> Claim:
    """A claim that is well formed in itself; raises `ValueError` in words."""
    claim = msgspec.convert(entry, Claim)
    if claim.id in seen:
        raise ValueError("is there twice: give one another id")
    seen.add(claim.id)
    if fault := next(_faults(claim), ""):
        raise ValueError(fault)
    return claim


def _faults(claim: Claim) -> Iterator[str]:
    if not NAME.fullmatch(claim.id):
        yield "has an id that is not in lower case with hyphens"
    if claim.section not in SECTIONS:
        known = ", ".join(SECTIONS)
        yield f"is in no section: {claim.section!r} is none of {known}"
    for name in ("claim", "correction"):
        if not getattr(claim, name).strip():
            yield f"has an empty {name}"
    if not DAY.fullmatch(claim.checked):
        yield "has no day in checked, such as 2026-11-23"
    if (claim.verdict == "opinion") != bool(claim.nearest.strip()):
        yield "needs nearest, what can be measured, if an opinion, else not"
    if not claim.evidence:
        yield "has no evidence: name a pair, a cell or a source"
    elif claim.verdict != "opinion" and not any(
        item.role == "decides" for item in claim.evidence
    ):
        yield "has only evidence that supports it: name what decides it"
    for item in claim.evidence:
        yield from _faults_of(item)


def _faults_of(item: Evidence) -> Iterator[str]:
    if sum(map(bool, (item.pair, item.cell, item.source))) != 1:
        yield "has evidence that is not one pair, one cell or one source"
    if item.stands and not item.cell:
        yield f"says how it stands without a cell: {item.stands}"
    if item.pair and sum(map(bool, (item.asserts, item.compares, item.raises))) != 1:
        yield f"cites {item.pair} without one of asserts, compares, raises"
    if item.source and not item.source.startswith("https://"):
        yield f"has a citation without an address: {item.source!r}"
    if item.source and not (item.title.strip() and DATE.fullmatch(item.date)):
        yield f"cites {item.source} without a title and a date"
