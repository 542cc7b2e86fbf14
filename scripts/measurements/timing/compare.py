"""How well two sessions on one machine agree: do the intervals overlap?"""

from __future__ import annotations

from pathlib import Path

from scripts.measurements.benchmarks import Measured, read_machine
from scripts.measurements.sessions import KINDS, intervals, overlap, share


def compare(first: Path, second: Path) -> str:
    """The share of cells whose intervals overlap, and those that do not."""
    ours, theirs = (intervals(read_machine(p, str(p))) for p in (first, second))
    apart = [name for name in ours if not overlap(ours[name], theirs[name])]
    lines = []
    for kind in KINDS:
        same, count = share(ours, theirs, kind)
        told = f"{kind}: {same} of {count} intervals overlap ({same / count:.1%})"
        lines.append(told)
    lines += [f"{n}: {_told(ours[n])} and {_told(theirs[n])}" for n in apart]
    return "\n".join(lines)


def _told(measured: Measured) -> str:
    return f"{measured.median:.4g} [{measured.low:.4g}, {measured.high:.4g}]"
