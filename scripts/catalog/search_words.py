"""The words by which the search finds a pair, besides its title and its question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.core.markup import CODE
from scripts.corpus.pairs import Pair
from scripts.results.records import Record

SENTENCE = re.compile(r"(?:[A-Za-z_'`]{2,}[,:]? ){4}.*[^\d]$")
PART = re.compile(r"\w+")
MOST = 160  # characters of a message; it is known by its beginning


def words(pair: Pair, records: dict[str, Record]) -> str:
    """Names on both sides, aliases, code of the answer, and messages.

    A word that is already there is left out: the index of the search is part of a
    reader's first visit.
    """
    declared = pair.declaration
    known = set(PART.findall(f"{declared.title} {declared.question}".lower()))
    found = [declared.pytorch, declared.keras, *declared.aliases]
    rest = [*CODE.findall(declared.answer), *_messages(records)]
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
    """What was raised, warned of, or printed as a sentence, as errors often are."""
    for record in records.values():
        if record.raised:
            yield _first_line(f"{record.raised.type}: {record.raised.message}")
        for output in record.outputs:
            yield from (_first_line(warned.message) for warned in output.warnings)
            yield from (_first_line(s) for s in output.stdout if SENTENCE.search(s))


def _first_line(message: str) -> str:
    return message.strip().partition("\n")[0][:MOST]
