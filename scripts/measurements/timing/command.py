"""`python -m scripts bench`: what it measures, where it writes, what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.measurements.benchmarks import Rung, benchmarks_path, write_machine
from scripts.measurements.ladder import RUNGS
from scripts.measurements.timing.machine import describe_machine
from scripts.measurements.timing.session import Session


@dataclass
class Wanted:
    """What to measure, and under which name."""

    machine: str = ""
    workload: str = ""
    rounds: int = 20
    threads: int = 1
    replace: bool = False
    output: Path | None = None


def measure(project: Project, wanted: Wanted, tell: Callable[[str], None]) -> str:
    """Measure, write the results, and say where; of one workload write nothing.

    Raises `Problem` before anything is measured where the file is there.
    """
    session = Session(wanted.rounds, wanted.threads, tell)
    if wanted.workload:
        _check_workload(wanted.workload)
        session.measure([wanted.workload])
        return _table(session.workloads[wanted.workload])
    path = wanted.output or _free_path(project, wanted)
    session.measure(RUNGS)
    write_machine(path, session.results(wanted.machine or path.stem))
    return f"wrote {path}; show it with: make run"


def _check_workload(name: str) -> None:
    if name not in RUNGS:
        what = f"there is no workload {name!r}"
        raise Problem("bench", what, f"name one of {', '.join(RUNGS)}")


def _free_path(project: Project, wanted: Wanted) -> Path:
    """Where to write the results; raises `Problem` where others are there."""
    name = describe_machine(wanted.machine, "cpu").name
    path = benchmarks_path(project, name)
    if path.exists() and not wanted.replace:
        what = "this machine has been measured already"
        remedy = "measure it again with --replace, or name another: --machine NAME"
        raise Problem(project.show(path), what, remedy)
    return path


def _table(rungs: dict[str, Rung]) -> str:
    """What was measured of one workload, for the terminal."""
    lines = [f"{'rung':34}{'ms a step':>10}  {'ratio':22}{'first, s':>9}{'MiB':>6}"]
    for name, rung in rungs.items():
        ratio, step = rung.timing.ratio, rung.timing.step.median * 1000
        first, memory = rung.first_step, rung.peak_memory / 2**20
        interval = f"{ratio.median:.2f} [{ratio.low:.2f}, {ratio.high:.2f}]"
        line = f"{name:34}{step:10.3f}  {interval:22}{first:9.3f}{memory:6.0f}"
        lines.append(line)
    return "\n".join(lines)
