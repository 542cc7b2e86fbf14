"""The decision guide: questions whose every answer rests on claims and pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from scripts.claims.claims import Claim, Verdict, read_entries
from scripts.claims.ledger import verdict_of
from scripts.core.markup import escape
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


def guide_fragment(
    questions: list[Question], claims: Mapping[str, Claim], links: Mapping[str, str]
) -> str:
    """The guide as a table; an answer whose claims fell is shown as withdrawn."""
    numbers = {question.id: n for n, question in enumerate(questions, start=1)}
    rows = [
        _row(question, place, numbers, claims, links)
        for question in questions
        for place in range(len(question.answers))
    ]
    head = ["Question", "Your answer", "Then", "Because"]
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _row(
    question: Question,
    place: int,
    numbers: dict[str, int],
    claims: Mapping[str, Claim],
    links: Mapping[str, str],
) -> list[str]:
    answer = question.answers[place]
    asked = ""
    if place == 0:
        number = numbers[question.id]
        asked = f'<span id="guide-{question.id}">{number}.</span> '
        asked += f"**{escape(question.question)}**"
    reasons = [_reason(claims[name]) for name in answer.claims]
    reasons += [links[name] for name in answer.pairs]
    return [
        asked,
        escape(answer.when),
        _then(answer, numbers, claims),
        "; ".join(reasons),
    ]


def _reason(claim: Claim) -> str:
    link = f"[{escape(claim.claim.rstrip('.'))}](/ledger.md#claim-{claim.id})"
    return f"{verdict_of(claim)} {link}"


def _then(answer: Answer, numbers: dict[str, int], claims: Mapping[str, Claim]) -> str:
    """What follows, or that it does not follow any more."""
    fallen = [n for n, v in answer.claims.items() if claims[n].verdict not in v]
    if fallen:
        told = ", ".join(f"{name} is now “{claims[name].verdict}”" for name in fallen)
        return f"Withdrawn: {told}."
    told = escape(answer.then)
    if answer.next:
        told += f" Go to [{numbers[answer.next]}](#guide-{answer.next})."
    return told
