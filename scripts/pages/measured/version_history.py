"""Since and until which versions a pair does what it shows, of those measured."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable
from typing import NamedTuple

from scripts.core.markup import escape
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import backend_of, read_pins, read_runtimes
from scripts.results.behaviour import RUNS, Change, changes_of, comparable
from scripts.results.runs import source_of
from scripts.results.summaries import Summary, read_summaries

PAGE = "measured/versions.md"
SPAN = 110
CALLED = {"torch": "PyTorch", "keras": "Keras", "jax": "JAX"}


def pinned_of(project: Project, found: list[Summary]) -> Summary | None:
    """The summary of the pinned versions, on the fewest runtimes; None without one."""
    pins = read_pins(project)
    ours = [s for s in found if all(pins.get(n) == s.versions[n] for n in s.named)]
    return min(ours, key=lambda summary: len(summary.runtimes), default=None)


def series_of(found: list[Summary], pinned: Summary) -> dict[str, list[Summary]]:
    """By package the summaries that differ from `pinned` in nothing but its version.

    The oldest first, `pinned` among them; a package with no other is left out.
    """
    alike = [s for s in found if s.runtimes == pinned.runtimes]
    alike = [s for s in alike if s.named == pinned.named]
    series = {
        package: [s for s in alike if _differ(s, pinned) <= {package}]
        for package in pinned.named
    }
    return {package: held for package, held in series.items() if len(held) > 1}


def _differ(one: Summary, other: Summary) -> set[str]:
    return {n for n in one.named if one.versions[n] != other.versions[n]}


def called(package: str) -> str:
    """What people call a package."""
    return CALLED.get(package, package)


class History(NamedTuple):
    """What a pair does with the versions of a package, of those measured.

    It does what it shows from `first` to `last`; `since` and `until` say whether
    that has a beginning and an end among them. `others` holds what it does with
    others, as versions such as `3.0.0 to 3.9.2` and a clause of Markdown.
    """

    first: str
    last: str
    since: bool
    until: bool
    others: list[tuple[str, str]]


def history_of(
    package: str, pair: str, pinned: Summary, series: list[Summary]
) -> History | None:
    """The history of a pair; None where it does the same with every version."""
    series = [s for s in series if comparable(s, pinned, pair)]
    words = [_words(pair, pinned, summary) for summary in series]
    if not any(words):
        return None
    versions = [summary.versions[package] for summary in series]
    here = versions.index(pinned.versions[package])
    first = here - _same(reversed(words[:here]))
    last = here + _same(words[here + 1 :])
    beginning, end = first > 0, last < len(series) - 1
    others = _spans(versions, words)
    return History(versions[first], versions[last], beginning, end, others)


def _same(words: Iterable[str]) -> int:
    """How many versions in a row do the same."""
    return len(list(itertools.takewhile(operator.not_, words)))


def _spans(versions: list[str], words: list[str]) -> list[tuple[str, str]]:
    """What other versions do, once for those in a row that do the same."""
    found = []
    for key, places in itertools.groupby(range(len(words)), lambda n: _key(words[n])):
        span = list(places)
        if key:
            first, last = versions[span[0]], versions[span[-1]]
            named = first if first == last else f"{first} to {last}"
            found.append((named, words[span[-1]]))
    return found


def _key(words: str) -> str:
    """The same for Keras 3.1 to 3.9, whose modules are found below `keras.api`."""
    return words.replace("keras.api", "keras").replace("keras/api", "keras")


def sources_of(project: Project, pairs: list[Pair]) -> dict[str, str]:
    """The digest of each pair's programs, which says whether it was edited."""
    runtimes = read_runtimes(project)
    return {pair.name: source_of(pair, runtimes) for pair in pairs}


def history(project: Project, pair: Pair) -> str:
    """Since and until when `pair` does what it shows, as a paragraph of Markdown.

    Empty where it did the same on all versions, or where it has been edited since.
    """
    found = read_summaries(project)
    pinned = pinned_of(project, found)
    held = pinned.pairs.get(pair.name) if pinned else None
    if pinned is None or held is None:
        return ""
    if held.source != sources_of(project, [pair])[pair.name]:
        return ""
    sentences = [
        _sentences(called(package), known)
        for package, series in series_of(found, pinned).items()
        if (known := history_of(package, pair.name, pinned, series))
    ]
    return " ".join(sentences)


def _sentences(title: str, known: History) -> str:
    since = [f"since {title} {known.first}"] if known.since else []
    until = [f"until {title} {known.last}"] if known.until else []
    others = [f"With {versions}: {words}." for versions, words in known.others]
    return f"As shown {' and '.join(since + until)}. {' '.join(others)}"


def linked(pair: Pair) -> str:
    """A link to what the pair does with each version."""
    return f"[All versions](/{PAGE}#versions-{pair.anchor})"


def _words(name: str, pinned: Summary, other: Summary) -> str:
    """What a pair does otherwise with `other`, the most telling of it; else empty."""
    found = changes_of(pinned, other, name)
    several = len(pinned.runtimes) > 2
    return in_words(found[0], several) if found else ""


def in_words(change: Change, several: bool) -> str:
    """What is seen after a change, as a clause of Markdown.

    It names the backend where there are `several`.
    """
    where = backend_of(change.runtime) if several else ""
    seen = f" on {where}" if where else ""
    text = escape(f"`{_short(change.after)}`")
    match change.kind:
        case "run":
            return f"it runs{seen}" if change.after == RUNS else f"{text}{seen}"
        case "grade":
            return f"its grade is {change.after}"
        case "number":
            return f"{escape(change.after)}{seen}"
        case "output":
            return f"it prints {text}{seen}"
        case "warning":
            return f"it warns {text}{seen}"
        case _:
            return f"its defaults are {text}{seen}"


def _short(text: str) -> str:
    plain = text.replace("`", "'")
    return plain if len(plain) <= SPAN else f"{plain[: SPAN - 1]}…"
