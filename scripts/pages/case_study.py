"""A case study and its record as a notebook with outputs."""

from __future__ import annotations

from pathlib import Path

import jupytext
import nbformat

from scripts.core.project import Project
from scripts.corpus.notebooks import notebook_path
from scripts.corpus.pairs import Pair
from scripts.pages.pairs.notebook import KERNEL, cell_outputs
from scripts.pages.pairs.walk import Given
from scripts.results.committed import merge
from scripts.results.records import Record, encode, record_path


def conclude_notebook(
    project: Project, study: Pair, fresh: dict[str, Record]
) -> tuple[dict[Path, bytes], dict[Path, str]]:
    """The record to commit and the notebook, and why those that change have to."""
    records, reasons = merge(project, study, fresh)
    files = {
        record_path(project, study.name, name): encode(record)
        for name, record in records.items()
    }
    (record,) = records.values()
    return files | {notebook_path(study): _notebook(study, record)}, reasons


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
