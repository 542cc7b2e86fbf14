"""Since and until which versions a pair does what it shows, of those measured."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from scripts.behaviour import RUNS, Change, changes_of, comparable
from scripts.markup import escape
from scripts.pairs import Pair
from scripts.project import Project
from scripts.runs import source_of
from scripts.runtimes import backend_of, read_pins, read_runtimes
from scripts.versions import Summary, read_summaries

PAGE = "measured/versions.md"
SPAN = 110
CALLED = {"torch": "PyTorch", "keras": "Keras", "jax": "JAX"}


def pinned_of(project: Project, found: list[Summary]) -> Summary | None:
    """The summary of the pinned versions, on the fewest runtimes; None without one."""
    pins = read_pins(project)
    ours = [s for s in found if all(pins.get(n) == s.versions[n] for n in s.named)]
    return min(ours, key=lambda summary: len(summary.runtimes), default=None)


def series_of(found: list[Summary], pinned: Summary) -> dict[str, list[Summary]]:
    """By package the summaries that differ from `pinned` in its version alone.

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


def history(project: Project, pair: Pair) -> str:
    """Since and until when `pair` does what it shows, as a paragraph of Markdown.

    Empty where it did the same on all versions, or where it has been edited since.
    """
    found = read_summaries(project)
    pinned = pinned_of(project, found)
    held = pinned.pairs.get(pair.name) if pinned else None
    if pinned is None or held is None:
        return ""
    if held.source != source_of(pair, read_runtimes(project)):
        return ""
    told = [
        _told(package, pair.name, pinned, series)
        for package, series in series_of(found, pinned).items()
    ]
    return " ".join(filter(None, told))


def linked(pair: Pair) -> str:
    """A link to what the pair does with each version."""
    return f"[All versions](/{PAGE}#versions-{pair.anchor})"


def _told(package: str, name: str, pinned: Summary, series: list[Summary]) -> str:
    """The versions with which the pair does the same, and what it does with others."""
    series = [s for s in series if comparable(s, pinned, name)]
    words = [_words(name, pinned, summary) for summary in series]
    if not any(words):
        return ""
    versions = [summary.versions[package] for summary in series]
    here = versions.index(pinned.versions[package])
    first = here - len(list(itertools.takewhile(_empty, reversed(words[:here]))))
    last = here + len(list(itertools.takewhile(_empty, words[here + 1 :])))
    title = called(package)
    parts = [f"since {title} {versions[first]}"] if first else []
    parts += [f"until {title} {versions[last]}"] if last < len(series) - 1 else []
    other = [*_spans(title, versions, words)]
    measured = f"(measured with {', '.join(versions)})"
    return f"As shown {' and '.join(parts)} {measured}. {' '.join(other)}"


def _empty(words: str) -> bool:
    return not words


def _spans(title: str, versions: list[str], words: list[str]) -> Iterator[str]:
    """What other versions do, once for those in a row that do the same."""
    for told, places in itertools.groupby(range(len(words)), key=words.__getitem__):
        span = list(places)
        if told:
            first, last = versions[span[0]], versions[span[-1]]
            named = first if first == last else f"{first} to {last}"
            yield f"With {title} {named}: {told}."


def _words(name: str, pinned: Summary, other: Summary) -> str:
    """What a pair does otherwise with `other`, the most telling of it; else empty."""
    found = changes_of(pinned, other, name)
    return in_words(found[0]) if found else ""


def in_words(change: Change) -> str:
    """What is seen after a change, as a clause of Markdown."""
    seen = f" on {backend_of(change.runtime)}" if change.runtime else ""
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
