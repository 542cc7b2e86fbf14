"""A pair as Markdown without HTML: for programs, and for whoever reads plain text.

Pure: a pair, its records and its certificate go in, text comes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.catalog.defaults import Argument, compared_arguments
from scripts.core.markup import number, table
from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Pair
from scripts.corpus.runtimes import backend_of
from scripts.pages.charts import in_words
from scripts.pages.history import history
from scripts.pages.pair_notebook import FRAMEWORKS
from scripts.pages.pair_page import ran_on
from scripts.pages.paths import plain_path
from scripts.results.certify import REFERENCE, WORDS, Certificate, Comparison
from scripts.results.records import Output, Record
from scripts.results.reproduced import same_text


def render_plain(
    project: Project, pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[Path, bytes]:
    """The generated plain Markdown of a pair, by path."""
    text = plain_pair(pair, records, certificate)
    if since := history(project, pair):
        text += f"\n{since}\n"
    return {plain_path(project, pair.name): text.encode()}


def plain_pair(pair: Pair, records: dict[str, Record], certificate: Certificate) -> str:
    """Title, question, answer, both programs with their output, and the certificate."""
    told = pair.declaration
    grade = certificate.grade
    parts = [
        f"### {told.title}",
        f"Pair: [{pair.name}](index.html#{pair.anchor})",
        f"Question: {_line(told.question)}",
        f"Answer: {_line(told.answer)}",
        f"Grade: {grade} ({WORDS[grade]})",
        *(part for side in SIDES for part in _side(pair, side, records)),
        *_defaults(compared_arguments(pair, records)),
        *_certificate(certificate),
        f"Ran on {ran_on(records)}.{_only(pair)}",
    ]
    return "\n\n".join(parts) + "\n"


def _side(pair: Pair, side: str, records: dict[str, Record]) -> Iterator[str]:
    """A program and what it gave, once for all runtimes that gave the same."""
    told = pair.declaration
    lacks = "no twin; instead " if told.missing == side else ""
    name = f"in_{side}.py"
    yield f"#### {FRAMEWORKS[side]}: {lacks}`{getattr(told, side)}`"
    yield f"[{name}](/downloads/{pair.name}/{name})"
    yield fence(pair.snippets[side].text, "python")
    ours = {n: r for n, r in records.items() if (n == REFERENCE) == (side == REFERENCE)}
    groups = _alike({name: output_text(record) for name, record in ours.items()})
    for text, names in groups.items():
        where = f" on {', '.join(map(backend_of, names))}" if len(groups) > 1 else ""
        yield f"Output{where}:" if text else f"No output{where}."
        if text:
            yield fence(text, "text")


def _alike(texts: dict[str, str]) -> dict[str, list[str]]:
    """The runtimes by the text they gave, last digits aside."""
    groups: dict[str, list[str]] = {}
    for name, text in texts.items():
        known = next((t for t in groups if same_text(t, text)), text)
        groups.setdefault(known, []).append(name)
    return groups


def output_text(record: Record) -> str:
    """All that a run gave, as lines: text, warnings, figures in words, the error."""
    lines = [line for output in record.outputs for line in _lines(output)]
    return "\n".join(lines + (record.raised.traceback if record.raised else []))


def _lines(output: Output) -> list[str]:
    warned = [f"{w.category}: {w.message}" for w in output.warnings]
    drawn = [f"Figure: {in_words(figure)}" for figure in output.figures]
    return [*output.stdout, *output.stderr, *warned, *drawn]


def fence(text: str, language: str) -> str:
    """A fenced block that nothing within it can end."""
    longest = max(map(len, re.findall(r"`{3,}", text)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{text.rstrip()}\n{marks}"


def _defaults(arguments: list[Argument]) -> Iterator[str]:
    if arguments:
        yield "Defaults, as the installed packages declare them:"
        head = ["PyTorch", "Default", "Keras", "Default", "Equal"]
        yield table(head, [_argument(argument) for argument in arguments])


def _argument(argument: Argument) -> list[str]:
    verdict = "equal" if argument.equal else "differs"
    told = (
        f"{verdict}: {_line(argument.convention)}" if argument.convention else verdict
    )
    return [
        f"`{argument.pytorch}`",
        f"`{argument.pytorch_default}`",
        f"`{argument.keras}`",
        f"`{argument.keras_default}`",
        told,
    ]


def _certificate(certificate: Certificate) -> Iterator[str]:
    """The comparisons, a column for each backend."""
    rows = list(zip(*certificate.comparisons.values(), strict=True))
    if not rows:
        yield "Certificate: both sides ran; they declare no number to compare."
        return
    backends = [backend_of(name) for name in certificate.comparisons]
    head = ["Value", "Numbers", *backends, "Relative, at most", "Tolerance"]
    yield "Certificate, the largest difference to PyTorch on each backend of Keras:"
    yield table(head, [_row(row) for row in rows])


def _row(row: tuple[Comparison, ...]) -> list[str]:
    first = row[0]
    seen = [f"{number(c.largest)} {'equal' if c.equal else 'differs'}" for c in row]
    return [
        f"`{first.name}`",
        str(first.numbers),
        *seen,
        number(max(c.relative for c in row)),
        f"rtol {number(first.rtol)}, atol {number(first.atol)}",
    ]


def _only(pair: Pair) -> str:
    """Why the pair did not run on every backend, where it did not."""
    told = pair.declaration
    if not told.runtimes:
        return ""
    plural = "s" if len(told.runtimes) > 1 else ""
    where = " and ".join(told.runtimes)
    return f" Only on the {where} backend{plural}: {_line(told.reason)}"


def _line(text: str) -> str:
    return " ".join(text.split())
