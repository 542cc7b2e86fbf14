"""The generated parts of the page about debugging, as HTML and as plain Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.core.markup import escape, table
from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Side
from scripts.corpus.runtimes import Runtime, read_runtimes
from scripts.measurements.debugging import (
    OUTCOMES,
    Debugging,
    Outcome,
    Row,
    anchor,
    count_named,
    count_outcomes,
    median_frames,
    outcome_of,
    read_debugging,
)
from scripts.pages.overviews.status import called
from scripts.pages.pair_markdown import fence
from scripts.pages.pair_notebook import FRAMEWORKS
from scripts.pages.pair_page import template
from scripts.pages.paths import DEBUGGING
from scripts.results.mistake_outcomes import Seen

COUNTED: dict[Outcome, str] = {
    "construction": "Caught while building",
    "run": "Caught while running",
    "warning": "Caught by a warning",
    "never": "Never caught, and the result is another",
    "no effect": "No effect on the result",
}
NAMED = {
    "layer": "the layer",
    "at_fault": "what does not fit",
    "remedy": "the remedy",
}


def render_debugging(project: Project) -> dict[Path, bytes]:
    """The fragments of the page, and the programs once more without HTML."""
    measured, runtimes = read_debugging(project), read_runtimes(project)
    shown = {name: called(name, runtime) for name, runtime in runtimes.items()}
    each = [_component(row, runtimes, shown) for row in measured.rows]
    texts = [
        _totals(measured, shown),
        _mistakes(measured, shown),
        _breakpoints(measured, shown),
        "\n\n".join(each),
    ]
    names = [project.fragments / f"{name}.md" for name in DEBUGGING]
    plain = "\n\n".join(part for row in measured.rows for part in _plain(row, shown))
    files = dict(zip(names, texts, strict=True))
    files[project.plain / f"{DEBUGGING[-1]}.md"] = plain
    return {path: f"{text}\n".encode() for path, text in files.items()}


def _totals(measured: Debugging, shown: dict[str, str]) -> str:
    """How many were caught when, and what the messages say, by runtime."""
    rows = [
        [words, *(_total(measured, outcome, name) for name in shown)]
        for outcome, words in COUNTED.items()
    ]
    rows += [
        [f"Messages that name {words}", *(_share(measured, n, what) for n in shown)]
        for what, words in NAMED.items()
    ]
    medians = {name: median_frames(measured, name) for name in shown}
    rows += [
        ["Frames in a traceback, median", *(f"{m[0]:g}" for m in medians.values())],
        ["Of them in the program", *(f"{m[1]:g}" for m in medians.values())],
    ]
    answer = f"**{_answer(measured, shown)}**"
    return f"{answer}\n\n{table(['What', *shown.values()], rows)}"


def _answer(measured: Debugging, shown: dict[str, str]) -> str:
    """The counts in words, the runtimes always in the same order."""
    counted = [count_outcomes(measured, name) for name in shown]

    def listed(*outcomes: Outcome) -> str:
        return _and([str(sum(c[o] for o in outcomes)) for c in counted])

    return (
        f"{len(measured.rows)} typical mistakes were made in "
        f"{_and([*shown.values()])}, in this order. "
        f"An error stopped {listed('construction', 'run')} of them, a warning told "
        f"of {listed('warning')}; {listed('never')} changed the result without a "
        f"word, and {listed('no effect')} had no effect."
    )


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _total(measured: Debugging, outcome: Outcome, name: str) -> str:
    count = str(count_outcomes(measured, name)[outcome])
    return _marked(anchor("total", outcome, name), count)


def _share(measured: Debugging, name: str, what: str) -> str:
    named, asked = count_named(measured, name, what)
    return f"{named} of {asked}"


def _marked(place: str, text: str) -> str:
    return f'<span id="{place}">{text}</span>'


def _mistakes(measured: Debugging, shown: dict[str, str]) -> str:
    rows = [
        [
            f"[{escape(row.mistake.declaration.title)}](#mistake-{row.mistake.name})",
            *(_caught(row, name) for name in shown),
        ]
        for row in measured.rows
    ]
    return table(["Mistake", *shown.values()], rows)


def _caught(row: Row, name: str) -> str:
    if name not in row.seen:
        return "not run"
    words = OUTCOMES[outcome_of(row.seen[name])]
    return _marked(anchor(row.mistake.name, name, "caught"), words)


def _breakpoints(measured: Debugging, shown: dict[str, str]) -> str:
    rows = [
        [escape(mode)]
        + [
            _marked(anchor("breakpoint", mode, n), str(stops[n])) if n in stops else ""
            for n in shown
        ]
        for mode, stops in measured.stops.items()
    ]
    return table(["Model", *shown.values()], rows)


def _component(row: Row, runtimes: dict[str, Runtime], shown: dict[str, str]) -> str:
    """One mistake with its programs and messages, as HTML on one line."""
    html = template("mistake").render(
        mistake=row.mistake,
        facts=[(shown[n], *_facts(s), _line(row, n)) for n, s in row.seen.items()],
        sides=[_side(row, side, runtimes, shown) for side in SIDES],
    )
    return "".join(part.strip() for part in html.splitlines())


def _facts(seen: Seen) -> list[str]:
    named = [_yes(getattr(seen, what)) for what in NAMED]
    frames = f"{seen.own} of {seen.frames}" if seen.frames else "–"
    return [OUTCOMES[outcome_of(seen)], seen.kind, *named, frames]


def _yes(told: bool | None) -> str:
    return "–" if told is None else "yes" if told else "no"


def _line(row: Row, name: str) -> str:
    """The innermost line of the program that the traceback shows."""
    number = row.seen[name].line
    side: Side = "pytorch" if name == "pytorch" else "keras"
    text = row.mistake.made.snippets[side].text.split("\n")
    return text[number - 1].strip() if number else ""


def _side(
    row: Row, side: Side, runtimes: dict[str, Runtime], shown: dict[str, str]
) -> dict[str, Any]:
    ours = [n for n in row.seen if runtimes[n].side == side]
    return {
        "side": side,
        "label": FRAMEWORKS[side],
        "code": "\n\n".join(c.code for c in row.mistake.made.snippets[side].cells),
        "slip": row.mistake.slip(side),
        "seen": [
            {
                "backends": [runtimes[n].backend for n in names if runtimes[n].backend],
                "place": " and ".join(shown[n] for n in names),
                "text": text,
                "error": bool(row.seen[names[0]].kind),
                "printed": row.seen[names[0]].printed,
                "mended": row.seen[names[0]].mended,
            }
            for text, names in _groups(row, ours)
        ],
    }


def _groups(row: Row, names: list[str]) -> list[tuple[str, list[str]]]:
    """The runtimes by what they told, those together that told the same."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        seen = row.seen[name]
        key = (_told(row, name), *seen.printed, "", *seen.mended)
        groups.setdefault(key, []).append(name)
    return [(key[0], found) for key, found in groups.items()]


def _told(row: Row, name: str) -> str:
    raised = row.made[name].raised
    if raised:
        return "\n".join(raised.traceback)
    seen = row.seen[name]
    return f"{seen.kind}: {seen.message}" if seen.kind else ""


def _plain(row: Row, shown: dict[str, str]) -> Iterator[str]:
    """One mistake as Markdown without HTML."""
    yield f"### {row.mistake.declaration.title}"
    yield row.mistake.declaration.mistake
    head = ["Runs on", "Caught", "Error", *(f"names {w}" for w in NAMED.values())]
    facts = [[shown[n], *_facts(seen)] for n, seen in row.seen.items()]
    yield table([*head, "frames, of the program"], facts)
    for side in SIDES:
        slip = row.mistake.slip(side)
        yield f"#### {FRAMEWORKS[side]}"
        yield fence(row.mistake.made.snippets[side].text, "python")
        yield "Mended, in place of the first:"
        yield fence(f"{slip.wrong.strip()}\n\n{slip.right.strip()}", "python")
    for name in row.seen:
        told = _told(row, name) or "\n".join(row.seen[name].printed)
        yield f"{shown[name]}:"
        yield fence(told, "text")
