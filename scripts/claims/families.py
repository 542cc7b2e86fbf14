"""The families of measured cells, so that a claim can cite any of them by name."""

from __future__ import annotations

from collections.abc import Callable

from scripts.core.project import Project
from scripts.measurements import anatomy, code_size, community, debugging, speed
from scripts.measurements.cells import Cells

FAMILIES: tuple[Callable[[Project], Cells], ...] = (
    anatomy.cells,
    code_size.cells,
    community.cells,
    debugging.cells,
    speed.cells,
)


def all_cells(project: Project) -> Cells:
    """Every cell of every family; raises `Problem` where one cannot be read."""
    return {name: cell for cells in FAMILIES for name, cell in cells(project).items()}
