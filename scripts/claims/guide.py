"""The decision guide: questions whose every answer rests on claims and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from scripts.claims.claims import Claim, Verdict, read_entries
from scripts.core.problems import Problem, Problems

REMEDY = "see .github/guides/claim.md, 'guide.yaml'"


class Answer(Struct, frozen=True, forbid_unknown_fields=True):
    """An arrow: what follows, and the verdicts of the claims it relies on.

    `next` is the id of the question that comes then; empty where the path ends.
    """

    when: str
    then: str
    claims: dict[str, list[Verdict]]
    pairs: list[str]
    next: str = ""

    def fallen(self, claims: Mapping[str, Claim]) -> list[Claim]:
        """The claims that it relies on and whose verdict is another by now."""
        relied = ((claims[name], verdicts) for name, verdicts in self.claims.items())
        return [claim for claim, verdicts in relied if claim.verdict not in verdicts]


class Question(Struct, frozen=True, forbid_unknown_fields=True):
    """What to ask, and the answers there are."""

    id: str
    question: str
    answers: list[Answer]


def read_guide(path: Path, where: str) -> list[Question]:
    """The questions in `path`, which messages call `where`; raises `Problems`."""
    questions, found = [], []
    for number, entry in enumerate(read_entries(path, where), start=1):
        try:
            questions.append(msgspec.convert(entry, Question))
        except msgspec.ValidationError as error:
            found.append(Problem(where, f"{_called(entry, number)}: {error}", REMEDY))
    if found:
        raise Problems(found)
    return questions


def _called(entry: dict[str, Any], number: int) -> str:
    return f"question {entry.get('id', number)!r}"


def check_guide(
    where: str, questions: list[Question], claims: Mapping[str, Claim], pairs: set[str]
) -> list[Problem]:
    """What is wrong with the claims, pairs and questions that the answers name."""
    ids = [question.id for question in questions]
    return [
        Problem(where, f"question {question.id!r} {what}", REMEDY)
        for question in questions
        for answer in question.answers
        for what in _unsupported(answer, ids, claims, pairs)
    ]


def _unsupported(
    answer: Answer, ids: list[str], claims: Mapping[str, Claim], pairs: set[str]
) -> Iterator[str]:
    if not (answer.claims and answer.pairs):
        yield f"has an answer without claims or without pairs: {answer.when!r}"
    for name in answer.claims.keys() - claims.keys():
        yield f"names the claim {name!r}, which does not exist"
    for name in set(answer.pairs) - pairs:
        yield f"names the pair {name!r}, which does not exist"
    if answer.next and answer.next not in ids:
        yield f"leads to the question {answer.next!r}, which does not exist"
