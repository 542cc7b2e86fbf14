"""Warnings: a pair declares each that it is about, and any other fails the build."""

from __future__ import annotations

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.results.certify import side_of
from scripts.results.records import Record, Warned

REMEDY = "mend what causes it, or declare it under [warns] of pair.toml"


def undeclared_warnings(
    project: Project, pair: Pair, records: dict[str, Record]
) -> list[Problem]:
    """Each warning of these runs that `pair` does not declare."""
    return [
        Problem(
            _where(project, pair, runtime),
            f"warns on {runtime}: {' '.join(str(warned).split())}",
            REMEDY,
        )
        for runtime, record in records.items()
        for warned in record.warnings
        if not any(_is(warned, text) for text in _declared(pair, runtime))
    ]


def idle_warnings(
    project: Project, pair: Pair, records: dict[str, Record]
) -> list[Problem]:
    """Each declared warning that no run on its side gives."""
    found = []
    for side in {side_of(runtime) for runtime in records}:
        seen = [w for n, r in records.items() if side_of(n) == side for w in r.warnings]
        for text in getattr(pair.declaration.warns, side):
            if not any(_is(warned, text) for warned in seen):
                where = project.show(pair.folder / "pair.toml")
                what = f"warns: no run of {side} warns {text!r}"
                found.append(Problem(where, what, "correct the text, or take it out"))
    return found


def _declared(pair: Pair, runtime: str) -> list[str]:
    declared: list[str] = getattr(pair.declaration.warns, side_of(runtime))
    return declared


def _where(project: Project, pair: Pair, runtime: str) -> str:
    return project.show(pair.snippets[side_of(runtime)].path)


def _is(warned: Warned, text: str) -> bool:
    category, _, part = text.partition(": ")
    return warned.category == category and part in warned.message
