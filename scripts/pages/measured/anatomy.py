"""The page about what a batch takes: its answer and its table."""

from __future__ import annotations

from scripts.core.project import Project
from scripts.measurements.anatomy import COLUMNS, LOOPS, NETWORKS, cells
from scripts.measurements.cells import Cells
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.tables import measured_table


def render(project: Project, known: Known) -> Rendered:
    """The answer and the table of the page."""
    found = cells(project)
    rows = {
        f"{title}, {called}": f"anatomy/{network}/{loop}/{{}}"
        for network, (title, *_) in NETWORKS.items()
        for loop, (called, *_) in LOOPS.items()
        if f"anatomy/{network}/{loop}/operations" in found
    }
    counts = measured_table(found, "One more batch of 32", rows, COLUMNS)
    return Rendered({"answer": _answer(found), "counts": counts})


def _answer(found: Cells) -> str:
    """The dense network in one sentence, and what convolutions add."""
    if not found:
        return "Nothing has been counted yet: `make run`."
    calls, operations = (
        [found[f"anatomy/mlp/{loop}/{column}"].text for loop in LOOPS]
        for column in ("python-calls", "operations")
    )
    copies = found["anatomy/cnn/keras-fit/copies"].text
    return (
        f"**A batch of the same dense network enters {calls[0]} Python functions in a "
        f"PyTorch loop, {calls[1]} in the same loop over a Keras model and {calls[2]} "
        f"in Keras' training step; the tensor operations are {operations[0]}, "
        f"{operations[1]} and {operations[2]}. With convolutions Keras' default order "
        f"of the axes brings {copies} copies.** These counts repeat exactly on one set "
        "of versions; how long they take depends on the machine."
    )
