"""Warnings: a pair declares each that it is about, and any other fails the build."""

from __future__ import annotations

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.pairs import Pair, Side
from scripts.results.certify import REFERENCE
from scripts.results.records import Record, Warned

REMEDY = "mend what causes it, or declare it under [warns] of pair.toml"


def undeclared_warnings(
    project: Project, pair: Pair, records: dict[str, Record]
) -> list[Problem]:
    """Each warning of these runs that `pair` does not declare."""
    return [
        Problem(
            _where(project, pair, runtime),
            f"warns on {runtime}: {_said(warned)}",
            REMEDY,
        )
        for runtime, record in records.items()
        for warned in _warnings(record)
        if not any(_is(warned, text) for text in _declared(pair, runtime))
    ]


def idle_warnings(
    project: Project, pair: Pair, records: dict[str, Record]
) -> list[Problem]:
    """Each declared warning that no run on its side gives."""
    found = []
    for side in {_side(runtime) for runtime in records}:
        seen = [w for n, r in records.items() if _side(n) == side for w in _warnings(r)]
        for text in getattr(pair.declaration.warns, side):
            if not any(_is(warned, text) for warned in seen):
                where = project.show(pair.folder / "pair.toml")
                what = f"warns: no run of {side} warns {text!r}"
                found.append(Problem(where, what, "correct the text, or take it out"))
    return found


def _warnings(record: Record) -> list[Warned]:
    return [warned for output in record.outputs for warned in output.warnings]


def _side(runtime: str) -> Side:
    return "pytorch" if runtime == REFERENCE else "keras"


def _declared(pair: Pair, runtime: str) -> list[str]:
    declared: list[str] = getattr(pair.declaration.warns, _side(runtime))
    return declared


def _where(project: Project, pair: Pair, runtime: str) -> str:
    return project.show(pair.snippets[_side(runtime)].path)


def _is(warned: Warned, text: str) -> bool:
    category, _, part = text.partition(": ")
    return warned.category == category and part in warned.message


def _said(warned: Warned) -> str:
    return f"{warned.category}: {' '.join(warned.message.split())}"
