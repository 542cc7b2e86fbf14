"""The words by which the search finds a pair, besides its title and its question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.core.markup import CODE
from scripts.corpus.pairs import Pair
from scripts.results.records import Record

ERROR = re.compile(r"\b[A-Z]\w*(?:Error|Warning|Exception)\b")
PART = re.compile(r"\w+")
NAME = re.compile(r"[A-Za-z_]{3}")  # what a piece of code without is no word: 0.99, x
MOST = 80  # characters of a message; it is known by its beginning
CODES = 5  # of an answer; it names first what it is about


def words(pair: Pair, records: dict[str, Record]) -> str:
    """Names on both sides, aliases, code of the answer, and messages.

    A word that is already there is left out: the index of the search is part of a
    reader's first visit.
    """
    declared = pair.declaration
    known = set(PART.findall(f"{declared.title} {declared.question}".lower()))
    found = [declared.pytorch, declared.keras, *declared.aliases]
    code = [part for part in CODE.findall(declared.answer) if NAME.search(part)]
    rest = [*code[:CODES], *_messages(records)]
    known |= set(PART.findall(" ".join(found).lower()))
    return " ".join([*found, *_news(rest, known)])


def _news(texts: list[str], known: set[str]) -> Iterator[str]:
    """Those that bring a word which is not in `known`, or in one before."""
    for text in texts:
        parts = set(PART.findall(text.lower()))
        if parts - known:
            yield text
            known |= parts


def _messages(records: dict[str, Record]) -> Iterator[str]:
    """What was raised, warned of, or printed of an error that was caught."""
    for record in records.values():
        if record.raised:
            yield _first_line(f"{record.raised.type}: {record.raised.message}")
        for output in record.outputs:
            yield from (_first_line(warned.message) for warned in output.warnings)
            yield from (_first_line(s) for s in output.stdout if ERROR.search(s))


def _first_line(message: str) -> str:
    return message.strip().partition("\n")[0][:MOST]
