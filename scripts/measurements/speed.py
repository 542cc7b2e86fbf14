"""What was timed, as cells that pages show and claims cite."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.core.project import Project
from scripts.measurements.benchmarks import (
    Benchmarks,
    Measured,
    read_benchmarks,
)
from scripts.measurements.cells import Cells, cells_on
from scripts.measurements.ladder import REFERENCE, TRAINING

OWN = "amd-epyc-2-cores"
"""The project's own machine: shown first, and what claims cite."""
PAGE = "measured/speed/"
SAME = "no measurable difference"


def cells(project: Project) -> Cells:
    """Every cell of every machine; raises `Problem` or `Problems`.

    They are `speed/<workload>/<rung>/<column>` on the project's own machine and
    `speed-<machine>/...` on others; columns are `step`, `ratio`, `first-step`,
    `warm-up` (seconds) and `memory` (bytes). The sweep is under `batch-<size>`.
    """
    found = [cell for results in machines(project) for cell in _cells(results)]
    return cells_on(PAGE, dict(found))


def machines(project: Project) -> list[Benchmarks]:
    """What was measured, the project's own machine first."""
    found = read_benchmarks(project)
    return sorted(found, key=lambda r: (r.machine.name != OWN, r.machine.name))


def family(results: Benchmarks) -> str:
    """The first part of the names of a machine's cells."""
    name = results.machine.name
    return "speed" if name == OWN else f"speed-{name}"


Extreme = tuple[float, str]
"""A ratio, and the workload that has it."""


def spans(results: Benchmarks) -> dict[str, tuple[Extreme, Extreme]]:
    """The least and the largest ratio of each rung over the training workloads."""
    found = {}
    for name in [rung for rung in TRAINING if rung != REFERENCE]:
        ratios = sorted(
            (rungs[name].timing.ratio.median, workload)
            for workload, rungs in results.workloads.items()
            if name in rungs
        )
        found[name] = (ratios[0], ratios[-1])
    return found


def _cells(results: Benchmarks) -> Iterator[tuple[str, tuple[float, str]]]:
    start = family(results)
    for name, timing in results.timings():
        step, ratio = timing.step, timing.ratio
        inner = f"[{duration(step.low)}, {duration(step.high)}]"
        yield f"{start}/{name}/step", (step.median, f"{duration(step.median)} {inner}")
        is_one = name.endswith(f"/{REFERENCE}")
        words = "1, by definition" if is_one else ratio_in_words(ratio)
        yield f"{start}/{name}/ratio", (ratio.median, words)
    for workload, rungs in results.workloads.items():
        for name, rung in rungs.items():
            row, memory = f"{start}/{workload}/{name}", rung.peak_memory
            yield f"{row}/first-step", (rung.first_step, duration(rung.first_step))
            yield f"{row}/warm-up", (rung.warm_up, duration(rung.warm_up))
            yield f"{row}/memory", (float(memory), f"{memory / 2**20:,.0f} MiB")


def ratio_in_words(ratio: Measured) -> str:
    """A ratio with its interval; in words where the interval holds 1."""
    inner = f"[{ratio.low:.2f}, {ratio.high:.2f}]"
    return f"{SAME} {inner}" if ratio.holds_one else f"{ratio.median:.2f} {inner}"


def duration(seconds: float) -> str:
    """Three significant digits, in milliseconds below a second."""
    if seconds < 0.9995:
        return f"{seconds * 1000:.3g} ms"
    return f"{seconds:.3g} s" if seconds < 999.5 else f"{seconds:,.0f} s"
