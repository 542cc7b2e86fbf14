"""A second session on a machine: how many intervals of the first it confirms."""

from __future__ import annotations

from pathlib import Path

from scripts.core.project import Project
from scripts.measurements.benchmarks import Benchmarks, Measured, read_machine

KINDS = {"ratio": "ratios", "step": "times"}
"""What is compared, by the ends of names, and what sentences call it."""
Intervals = dict[str, Measured]


def again_path(project: Project, machine: str) -> Path:
    """Where a second session of a machine is committed."""
    return project.results / "benchmarks" / "again" / f"{machine}.json"


def confirmed(project: Project, results: Benchmarks) -> str:
    """How far a second session agrees, in a sentence; empty where there is none.

    Raises `Problem` or `Problems` where its file is not sound.
    """
    path = again_path(project, results.machine.name)
    if not path.exists():
        return ""
    again = read_machine(path, project.show(path))
    ours, theirs = intervals(results), intervals(again)
    shares = ["{} of {} ".format(*share(ours, theirs, k)) + KINDS[k] for k in KINDS]
    return (
        f"Measured again on {again.session.date}, with new processes: the intervals "
        f"overlap for {' and for '.join(shares)}. An interval covers the noise within "
        "a session only."
    )


def share(ours: Intervals, theirs: Intervals, kind: str) -> tuple[int, int]:
    """How many intervals of a kind overlap, and of how many."""
    names = [name for name in ours if name.endswith(kind)]
    return sum(overlap(ours[name], theirs[name]) for name in names), len(names)


def intervals(results: Benchmarks) -> Intervals:
    """Every interval of a session by name: `workload/rung/step` and `.../ratio`."""
    found = {}
    for name, timing in results.timings():
        found[f"{name}/step"] = timing.step
        if timing.ratio.low != timing.ratio.high:  # the reference has a ratio of 1
            found[f"{name}/ratio"] = timing.ratio
    return found


def compare(first: Path, second: Path) -> str:
    """The share of cells whose intervals overlap, and those that do not."""
    ours, theirs = (intervals(read_machine(p, str(p))) for p in (first, second))
    apart = [name for name in ours if not overlap(ours[name], theirs[name])]
    lines = []
    for kind in KINDS:
        same, count = share(ours, theirs, kind)
        overlapping = f"{same} of {count} intervals overlap"
        lines.append(f"{kind}: {overlapping} ({same / count:.1%})")
    lines += [f"{n}: {_short(ours[n])} and {_short(theirs[n])}" for n in apart]
    return "\n".join(lines)


def _short(measured: Measured) -> str:
    return f"{measured.median:.4g} [{measured.low:.4g}, {measured.high:.4g}]"


def overlap(one: Measured, other: Measured) -> bool:
    """Whether two intervals have a number in common."""
    return one.low <= other.high and other.low <= one.high
