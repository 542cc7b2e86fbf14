"""Results of a machine that does not exist, as tests need them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from scripts.core.project import Project
from scripts.measurements.benchmarks import SCHEMA, Benchmarks, benchmarks_path
from scripts.measurements.ladder import BATCHES, REFERENCE, RUNGS, SWEPT

Change = Callable[[dict[str, Any]], object]


def timing(rung: str, ratio: float = 2.0) -> dict[str, Any]:
    """Ten milliseconds for the reference and `ratio` times that for others."""
    ratio = 1.0 if rung == REFERENCE else ratio
    return {
        "step": spread(0.01 * ratio),
        "ratio": spread(ratio) if ratio != 1 else {"median": 1, "low": 1, "high": 1},
        "rounds": [0.01 * ratio],
    }


def spread(median: float) -> dict[str, float]:
    """A median with an interval of a tenth to either side."""
    return {"median": median, "low": median * 0.9, "high": median * 1.1}


def sample(machine: str = "a-machine") -> dict[str, Any]:
    """A whole file of results, in which every rung takes twice the time."""
    rung = {"first_step": 0.5, "warm_up": 1.5, "peak_memory": 300 * 2**20}
    return {
        "schema": SCHEMA,
        "machine": {
            "name": machine,
            "processor": "A <processor>",
            "cores": 2,
            "memory": 8 * 2**30,
            "system": "A system",
            "device": "A <processor>",
        },
        "session": {
            "date": "2026-11-23",
            "commit": "0123456789abcdef",
            "threads": 1,
            "rounds": 1,
            "confidence": 0.95,
            "python": "3.11.0",
            "versions": {"torch": "2.13.0", "keras": "3.15.1"},
        },
        "sizes": dict.fromkeys(RUNGS, 32),
        "workloads": {
            workload: {name: {"timing": timing(name)} | rung for name in rungs}
            for workload, rungs in RUNGS.items()
        },
        "sweep": {str(b): {name: timing(name) for name in SWEPT} for b in BATCHES},
    }


def put(
    project: Project, machine: str = "a-machine", change: Change = lambda _: None
) -> None:
    """Write results of a machine, after `change` has spoiled them."""
    content = sample(machine)
    change(content)
    msgspec.convert(sample(machine), Benchmarks)
    path = benchmarks_path(project, machine)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(content))
