"""One side of a pair as a notebook: its steps, and what each gave in the record.

Written without nbformat, which validates every piece; the tests validate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from scripts.core.markup import escape
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import backend_of
from scripts.pages.figures import figure, in_words
from scripts.pages.pairs.walk import FRAMEWORKS, Given, given_by
from scripts.results.certify import REFERENCE
from scripts.results.records import SCHEMA, Figure, Raised, Record

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
USUAL = "keras-torch"
NOT_RUN = Record(SCHEMA, "", "", {}, [], {})


def shown_record(side: str, records: dict[str, Record]) -> Record:
    """The run that a notebook shows: for Keras that on torch, if there is one.

    Where none of the pair's backends is installed there is none, and no output.
    """
    if side == REFERENCE:
        return records[REFERENCE]
    theirs = {name: r for name, r in records.items() if name != REFERENCE}
    return theirs.get(USUAL) or next(iter(theirs.values()), NOT_RUN)


def pair_notebook(pair: Pair, side: str, record: Record) -> bytes:
    """The notebook of one side: what it is about, then a title and code per step."""
    notebook = {
        "cells": list(_cells(pair, side, record)),
        "metadata": {
            "kernelspec": KERNEL,
            "language_info": {"name": "python"},
            "versions": record.versions,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    data = msgspec.json.encode(notebook, order="sorted")
    return msgspec.json.format(data, indent=1) + b"\n"


def _cells(pair: Pair, side: str, record: Record) -> Iterator[dict[str, Any]]:
    snippet = pair.snippets[side]
    yield _prose("about", _about(pair, side, record))
    if snippet.preamble:
        yield _code("preamble", snippet.preamble, [])
    steps = zip(snippet.cells, given_by(snippet, record), strict=True)
    for place, (cell, given) in enumerate(steps, start=1):
        yield _prose(f"title-{place}", f"## {escape(cell.title)}")
        yield _code(f"step-{place}", cell.code, cell_outputs(given))


def _about(pair: Pair, side: str, record: Record) -> str:
    """The title, the question and its answer, and what the outputs come from."""
    declared = pair.declaration
    parts = [
        f"# {escape(declared.title)}, in {FRAMEWORKS[side]}",
        f"**{escape(declared.question)}**",
        escape(declared.answer),
        _made_with(side, record),
    ]
    if pair.files:
        names = ", ".join(f"`{name}`" for name in pair.files)
        parts.append(f"Reads {names}: put beside it what {pair.anchor}.zip holds.")
    return "\n\n".join(parts)


def _made_with(side: str, record: Record) -> str:
    if record is NOT_RUN:
        return "There are no outputs: it was not run where this notebook was made."
    packages = [f"{name} {version}" for name, version in record.versions.items()]
    versions = ", ".join(packages) or "Python alone"
    engine = backend_of(record.runtime)
    where = "" if side == REFERENCE else f", on the {engine} backend"
    return f"The outputs were made with {versions}{where}."


def _prose(name: str, text: str) -> dict[str, Any]:
    source = _as_lines(text)
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _code(name: str, text: str, outputs: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": outputs,
        "source": _as_lines(text),
    }


def cell_outputs(given: Given) -> list[dict[str, Any]]:
    """What was printed, warned and drawn, then the error that ended the cell."""
    output, raised = given
    warned = [f"{w.category}: {w.message}" for w in output.warnings]
    streams = {"stdout": output.stdout, "stderr": output.stderr + warned}
    return [
        *(_stream(name, lines) for name, lines in streams.items() if lines),
        *map(_display, output.figures),
        *([_error(raised)] if raised else []),
    ]


def _as_lines(text: str) -> list[str]:
    """`text` as a notebook holds it: its lines, each with its end."""
    return text.splitlines(keepends=True)


def _stream(name: str, lines: list[str]) -> dict[str, Any]:
    text = _as_lines("\n".join(lines) + "\n")
    return {"output_type": "stream", "name": name, "text": text}


def _display(drawn: Figure) -> dict[str, Any]:
    """The drawing, and words for those who do not see it."""
    texts = {"text/html": str(figure(drawn)), "text/plain": in_words(drawn)}
    data = {kind: _as_lines(text) for kind, text in texts.items()}
    return {"output_type": "display_data", "metadata": {}, "data": data}


def _error(raised: Raised) -> dict[str, Any]:
    return {
        "output_type": "error",
        "ename": raised.type,
        "evalue": raised.message,
        "traceback": raised.traceback,
    }
