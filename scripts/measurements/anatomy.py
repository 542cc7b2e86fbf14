"""What a batch takes, counted by pairs: their records as one table of cells."""

from __future__ import annotations

from pathlib import Path

from scripts.core.markup import table
from scripts.core.project import Project, read_bytes
from scripts.measurements.cells import Cell, Cells, anchor, shown
from scripts.results.certify import REFERENCE
from scripts.results.records import Record, decode, record_path
from scripts.results.values import numbers_of

PAGE = "measured/anatomy/"
TORCH = "keras-torch"
COLUMNS = {
    "operations": "Operations",
    "kernels": "Kernels",
    "views": "Transposed views",
    "copies": "Copies",
    "bytes": "Bytes written",
    "python-calls": "Python calls",
}
LOOPS = {
    "pytorch-loop": ("PyTorch model in a PyTorch loop", REFERENCE, "loop", 0),
    "keras-in-pytorch-loop": ("Keras model in a PyTorch loop", TORCH, "loop", 0),
    "keras-fit": ("Keras model in Keras' training step", TORCH, "fit", 1),
}
"""What each is called, its runtime, and where its counts are in the two pairs."""
NETWORKS = {
    "mlp": ("Dense network", "performance/anatomy-mlp", "dense"),
    "cnn": ("Convolutional network", "performance/anatomy-cnn", "convolutional"),
}
"""What each is called, the pair of its operations and the value of its calls."""
CALLS = "performance/python-calls-by-loop"


def cells(project: Project) -> Cells:
    """`anatomy/<network>/<loop>/<column>`; none where a pair was not run as it is."""
    found = {
        f"anatomy/{network}/{loop}/{column}": count
        for network in NETWORKS
        for loop in LOOPS
        for column, count in _counts(project, network, loop).items()
    }
    return {
        name: Cell(count, f"{count:,}", f"{PAGE}#{anchor(name)}")
        for name, count in found.items()
    }


def render_anatomy(project: Project) -> dict[Path, bytes]:
    """The answer and the table of the page, as fragments."""
    found = cells(project)
    head = ["One more batch of 32", *COLUMNS.values()]
    rows = [
        [f"{what}, {LOOPS[loop][0]}", *_row(found, f"anatomy/{network}/{loop}")]
        for network, (what, *_) in NETWORKS.items()
        for loop in LOOPS
        if f"anatomy/{network}/{loop}/operations" in found
    ]
    texts = {"answer": _answer(found), "counts": table(head, rows)}
    return {
        project.fragments / f"anatomy-{name}.md": f"{text}\n".encode()
        for name, text in texts.items()
    }


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


def _row(found: Cells, start: str) -> list[str]:
    return [shown(f"{start}/{column}", found) for column in COLUMNS]


def _counts(project: Project, network: str, loop: str) -> dict[str, int]:
    _, operations, calls = NETWORKS[network]
    _, runtime, value, position = LOOPS[loop]
    counted = _record(project, operations, runtime)
    called = _record(project, CALLS, runtime)
    if counted is None or called is None:
        return {}
    numbers = [*numbers_of(counted.values[value])]
    numbers.append(numbers_of(called.values[calls])[position])
    if len(numbers) != len(COLUMNS):
        return {}  # of a pair that has been changed and not run since
    return dict(zip(COLUMNS, map(int, numbers), strict=True))


def _record(project: Project, pair: str, runtime: str) -> Record | None:
    data = read_bytes(record_path(project, pair, runtime))
    return None if data is None else decode(data)
