"""What a batch takes, counted by pairs: their records as one table of cells."""

from __future__ import annotations

from scripts.core.project import Project, read_bytes
from scripts.measurements.cells import Cells, cells_on
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
    return cells_on(PAGE, {name: (n, f"{n:,}") for name, n in found.items()})


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
