"""A pair as Markdown without HTML: for programs, and for whoever reads plain text."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.corpus.pairs import SIDES, Pair
from scripts.pages.blocks import fence, one_line
from scripts.pages.figures import in_words
from scripts.pages.pairs.facts import certificate_table, defaults_table, only_on, ran_on
from scripts.pages.pairs.walk import FRAMEWORKS, Given, grouped, runs_of_side
from scripts.results.certify import Certificate, grade_in_words
from scripts.results.records import Record


def plain_pair(pair: Pair, records: dict[str, Record], certificate: Certificate) -> str:
    """Title, question, answer, both programs with their output, and the certificate."""
    declared = pair.declaration
    grade = certificate.grade
    parts = [
        f"### {declared.title}",
        f"Pair: [{pair.name}](index.html#{pair.anchor})",
        f"Question: {one_line(declared.question)}",
        f"Answer: {one_line(declared.answer)}",
        f"Grade: {grade} ({grade_in_words(pair, grade)})",
        *(part for side in SIDES for part in _side(pair, side, records)),
        *_tables(pair, records, certificate),
        f"Ran on {ran_on(records)}. {only_on(pair)}".rstrip(),
    ]
    return "\n\n".join(parts) + "\n"


def _side(pair: Pair, side: str, records: dict[str, Record]) -> Iterator[str]:
    """A program and what it gave, once for all runtimes that gave the same."""
    declared = pair.declaration
    lacks = "no twin; instead " if declared.missing == side else ""
    name = f"in_{side}.py"
    yield f"#### {FRAMEWORKS[side]}: {lacks}`{getattr(declared, side)}`"
    yield f"[{name}](/downloads/{pair.name}/{name})"
    yield fence(pair.snippets[side].text, "python")
    runs = runs_of_side(pair, side, records)
    groups = grouped({name: _text(run) for name, run in runs.items()}, str)
    for group in groups:
        where = f" on {', '.join(group.backends)}" if len(groups) > 1 else ""
        yield f"Output{where}:" if group.given else f"No output{where}."
        if group.given:
            yield fence(group.given, "text")


def _text(run: list[Given]) -> str:
    return "\n".join(line for given in run for line in _lines(given))


def _lines(given: Given) -> Iterator[str]:
    """All that a cell gave: text, warnings, figures in words, the error."""
    output, raised = given
    yield from output.stdout
    yield from output.stderr
    yield from (f"{w.category}: {w.message}" for w in output.warnings)
    yield from (f"Figure: {in_words(drawn)}" for drawn in output.figures)
    yield from raised.traceback if raised else ()


def _tables(
    pair: Pair, records: dict[str, Record], certificate: Certificate
) -> Iterator[str]:
    if defaults := defaults_table(pair, records):
        yield "Defaults, as the installed packages declare them:"
        yield defaults.markdown()
    if compared := certificate_table(certificate):
        yield "Certificate, the largest difference to PyTorch on each backend of Keras:"
        yield compared.markdown()
    else:
        yield "Certificate: both sides ran; they declare no number to compare."
