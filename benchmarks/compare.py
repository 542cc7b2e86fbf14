"""How well two sessions on one machine agree: do the intervals overlap?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.benchmarks import Benchmarks, Measured, Timing, read_machine


def compare(first: Path, second: Path) -> str:
    """The share of cells whose intervals overlap, and those that do not."""
    ours, theirs = (dict(_cells(read_machine(p, str(p)))) for p in (first, second))
    apart = [name for name in ours if not _overlap(ours[name], theirs[name])]
    lines = []
    for kind in ("ratio", "step"):
        names = [name for name in ours if name.endswith(kind)]
        same = len(names) - sum(name in names for name in apart)
        lines.append(f"{kind}: {same} of {len(names)} intervals overlap")
        lines[-1] += f" ({same / len(names):.1%})"
    lines += [f"{n}: {_told(ours[n])} and {_told(theirs[n])}" for n in apart]
    return "\n".join(lines)


def _cells(results: Benchmarks) -> Iterator[tuple[str, Measured]]:
    for workload, rungs in results.workloads.items():
        for name, rung in rungs.items():
            yield from _parts(f"{workload}/{name}", rung.timing)
    for batch, timings in results.sweep.items():
        for name, timing in timings.items():
            yield from _parts(f"sweep-{batch}/{name}", timing)


def _parts(name: str, timing: Timing) -> Iterator[tuple[str, Measured]]:
    yield f"{name}/step", timing.step
    if timing.ratio.low != timing.ratio.high:  # the reference has a ratio of 1
        yield f"{name}/ratio", timing.ratio


def _overlap(one: Measured, other: Measured) -> bool:
    return one.low <= other.high and other.low <= one.high


def _told(measured: Measured) -> str:
    return f"{measured.median:.4g} [{measured.low:.4g}, {measured.high:.4g}]"
