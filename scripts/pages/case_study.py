"""A case study and its record as a notebook with outputs."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat

from scripts.corpus.notebooks import notebook_path
from scripts.corpus.pairs import Pair
from scripts.pages.pairs.notebook import KERNEL, cell_outputs
from scripts.pages.pairs.walk import Given
from scripts.results.records import Record


def render_notebook(study: Pair, records: dict[str, Record]) -> dict[Path, bytes]:
    """The notebook of a case study, which has one record."""
    (record,) = records.values()
    return {notebook_path(study): _notebook(study, record)}


def _notebook(study: Pair, record: Record) -> bytes:
    notebook = jupytext.reads(study.snippets["keras"].text, fmt="py:percent")
    notebook.metadata = nbformat.NotebookNode(
        kernelspec=KERNEL, versions=record.versions
    )
    outputs = iter(record.outputs)
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        cell.metadata = nbformat.NotebookNode()
        if cell.cell_type == "code":
            cell.outputs = nbformat.from_dict(cell_outputs(Given(next(outputs), None)))
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)
    return text.encode() + b"\n"
