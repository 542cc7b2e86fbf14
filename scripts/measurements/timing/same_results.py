"""Whether all rungs of a workload compute the same, before anything is timed."""

from __future__ import annotations

import numpy as np

from scripts.core.problems import Problem, Problems
from scripts.measurements.ladder import REFERENCE
from scripts.measurements.timing.messages import Prepared

TOLERANCES = {"outputs": (1e-4, 1e-5), "losses": (2e-3, 1e-3)}
"""Relative and absolute, of each part that is compared."""


def check_same_results(workload: str, prepared: dict[str, Prepared]) -> None:
    """Raise `Problems` naming every rung that differs from the reference.

    Compared are the outputs of the model before it is trained, and the losses of
    the warm-up. Adam divides small gradients by their size, so that rounding in
    the last digit grows with each step: hence the wider tolerance of losses.
    """
    theirs = prepared[REFERENCE]
    remedy = "mend timing/workloads: both sides have to compute the same"
    found = [
        Problem(f"{workload}/{name}", f"{part} {what}", remedy)
        for name, ours in prepared.items()
        for part, tolerance in TOLERANCES.items()
        if (what := _difference(getattr(ours, part), getattr(theirs, part), *tolerance))
    ]
    if found:
        raise Problems(found)


def _difference(
    ours: list[float], theirs: list[float], rtol: float, atol: float
) -> str:
    if len(ours) != len(theirs):
        return f"are {len(ours)} numbers, and {len(theirs)} in {REFERENCE}"
    if np.allclose(ours, theirs, rtol=rtol, atol=atol):
        return ""
    largest = float(np.max(np.abs(np.subtract(ours, theirs))))
    return f"differ from those of {REFERENCE} by {largest:.2g}"
