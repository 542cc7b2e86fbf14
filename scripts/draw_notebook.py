"""A case study and its record as a notebook with outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat.v4 import new_output

from scripts.charts import draw, in_words
from scripts.keep import merge
from scripts.markup import encode as to_html
from scripts.notebooks import notebook_path
from scripts.pairs import Pair
from scripts.project import Project
from scripts.records import Figure, Output, Record, encode, record_path

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


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
            cell.outputs = _outputs(next(outputs))
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)
    return text.encode() + b"\n"


def _outputs(seen: Output) -> list[Any]:
    warned = [f"{w.category}: {w.message}" for w in seen.warnings]
    streams = {"stdout": seen.stdout, "stderr": seen.stderr + warned}
    return [
        *(
            new_output("stream", name=name, text="\n".join(lines) + "\n")
            for name, lines in streams.items()
            if lines
        ),
        *map(_figure, seen.figures),
    ]


def _figure(figure: Figure) -> Any:
    """The drawing with its words beside it, for those who do not see it."""
    words = in_words(figure)
    html = (
        f'<figure class="pair-figure" role="img" aria-label="{to_html(words)}">'
        f"{draw(figure)}<figcaption>{to_html(figure.title)}</figcaption></figure>"
    )
    return new_output("display_data", {"text/html": html, "text/plain": words})
