"""One side of a pair as a notebook: its steps, and what each gave in the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from scripts.core.markup import escape
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import backend_of
from scripts.pages.cell_outputs import KERNEL, as_lines, cell_outputs
from scripts.results.certify import REFERENCE
from scripts.results.records import SCHEMA, Output, Record

FRAMEWORKS = {"pytorch": "PyTorch", "keras": "Keras"}
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
    last = len(snippet.cells) - 1
    for place, cell in enumerate(snippet.cells):
        seen = record.outputs[place] if place < len(record.outputs) else Output()
        raised = record.raised if place == last else None
        yield _prose(f"title-{place + 1}", f"## {escape(cell.title)}")
        yield _code(f"step-{place + 1}", cell.code, cell_outputs(seen, raised))


def _about(pair: Pair, side: str, record: Record) -> str:
    """The title, the question and its answer, and what the outputs come from."""
    told = pair.declaration
    parts = [
        f"# {escape(told.title)}, in {FRAMEWORKS[side]}",
        f"**{escape(told.question)}**",
        escape(told.answer),
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
    return {
        "cell_type": "markdown",
        "id": name,
        "metadata": {},
        "source": as_lines(text),
    }


def _code(name: str, text: str, outputs: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": name,
        "metadata": {},
        "outputs": outputs,
        "source": as_lines(text),
    }
