"""The decision guide as a table: questions, answers and the claims they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.claims.claims import Claim
from scripts.claims.guide import Answer, Question
from scripts.core.markup import escape, table
from scripts.pages.overviews.ledger import verdict_of


def guide_fragment(
    questions: list[Question], claims: Mapping[str, Claim], links: Mapping[str, str]
) -> str:
    """The guide as a table; an answer whose claims fell is shown as withdrawn."""
    numbers = {question.id: n for n, question in enumerate(questions, start=1)}
    rows = [
        [asked, escape(answer.when), then, "; ".join(_reasons(answer, claims, links))]
        for question in questions
        for asked, answer in _asked(question, numbers[question.id])
        for then in [_then(answer, numbers, claims)]
    ]
    return table(["Question", "Your answer", "Then", "Because"], rows)


def _asked(question: Question, number: int) -> Iterator[tuple[str, Answer]]:
    """The answers, the question before the first of them."""
    asked = f'<span id="guide-{question.id}">{number}.</span> '
    asked += f"**{escape(question.question)}**"
    for answer in question.answers:
        yield asked, answer
        asked = ""


def _reasons(
    answer: Answer, claims: Mapping[str, Claim], links: Mapping[str, str]
) -> Iterator[str]:
    for claim in (claims[name] for name in answer.claims):
        link = f"[{escape(claim.claim.rstrip('.'))}](/ledger.md#claim-{claim.id})"
        yield f"{verdict_of(claim)} {link}"
    yield from (links[name] for name in answer.pairs)


def _then(answer: Answer, numbers: dict[str, int], claims: Mapping[str, Claim]) -> str:
    """What follows, or that it does not follow any more."""
    if fallen := answer.fallen(claims):
        why = ", ".join(f"{c.id} is now “{c.verdict}”" for c in fallen)
        return f"Withdrawn: {why}."
    then = escape(answer.then)
    if answer.next:
        then += f" Go to [{numbers[answer.next]}](#guide-{answer.next})."
    return then
