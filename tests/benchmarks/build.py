"""`make bench-build`: how long builds take, side by side with what they could take.

Each round measures, one after the other and on an empty cache:

- floor: (import of each runtime + pure compute of all snippets) / cores, where
  the compute is what the snippets take one at a time, without fork and clean-up;
- cold: `python -m scripts run` of all pairs;
- plain: `python in_*.py` for every snippet, one process each, two at a time;

and afterwards "nothing to do" and "one snippet edited". Reported are medians
with the range, and ratios taken within a round.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import typer

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_all
from scripts.corpus.runtimes import Runtime, read_pins, read_runtimes
from scripts.execution.messages import Outcome
from scripts.execution.runner import Runner
from scripts.results.cache import Cache
from scripts.results.runs import Run, runs_of

CORES = os.cpu_count() or 1
COPIED = ("snippets", "results", "requirements", "docs")


def main(rounds: int = 3, plain: bool = True) -> None:
    """Measure builds of this checkout in a copy of it."""
    with tempfile.TemporaryDirectory() as folder:
        project = _copy(Path(folder))
        runs = _runs(project)
        seen: dict[str, list[float]] = {}
        for number in range(rounds):
            typer.echo(f"round {number + 1} of {rounds}", err=True)
            for name, value in _round(project, runs, plain).items():
                seen.setdefault(name, []).append(value)
    typer.echo(f"{len(runs)} runs, {CORES} cores, {rounds} rounds: median (range)")
    for name, values in seen.items():
        spread = f"({min(values):.3g} to {max(values):.3g})"
        typer.echo(f"{name:44} {statistics.median(values):8.3g}  {spread}")


def _copy(folder: Path) -> Project:
    for name in COPIED:
        source = HERE / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("downloads")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    return Project(folder)


def _runs(project: Project) -> list[Run]:
    runtimes, pins = read_runtimes(project), read_pins(project)
    pairs = find_all(project, [])
    return [run for pair in pairs for run in runs_of(pair, runtimes, pins)]


def _round(project: Project, runs: list[Run], plain: bool) -> dict[str, float]:
    runtimes = read_runtimes(project)
    seen = {f"import of {n}, s": _import(r, runtimes) for n, r in runtimes.items()}
    imports = sum(seen.values())
    compute = _compute(project, runs)
    seen["compute of all snippets, s"] = compute
    seen["floor, s"] = (imports + compute) / CORES
    shutil.rmtree(project.cache / "runs", ignore_errors=True)
    seen["cold run, s"] = _command(project)
    seen["cold run / floor"] = seen["cold run, s"] / seen["floor, s"]
    if plain:
        seen["a process per snippet, two at a time, s"] = _plain(runs, runtimes)
        ratio = seen["a process per snippet, two at a time, s"] / seen["cold run, s"]
        seen["a process per snippet / cold run"] = ratio
    seen["nothing to do, s"] = _command(project)
    _edit(runs[0])
    seen["one snippet edited, s"] = _command(project)
    return seen


def _time(command: list[str | Path], **more: dict[str, str] | Path) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, **more)  # type: ignore[call-overload]
    return time.perf_counter() - began


def _command(project: Project) -> float:
    command: list[str | Path] = [sys.executable, "-m", "scripts", "run"]
    return _time([*command, "--project", project.root], cwd=HERE)


def _environment(runtime: Runtime) -> dict[str, str]:
    threads = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "MKL", "OPENBLAS")}
    return os.environ | threads | {"MPLBACKEND": "Agg"} | runtime.environment


def _import(runtime: Runtime, runtimes: dict[str, Runtime]) -> float:
    """Seconds to import in a fresh process all that the runtime preloads."""
    modules, environment = runtime.modules(), _environment(runtime)
    while runtime.after:
        runtime = runtimes[runtime.after]
        modules = [*runtime.modules(), *modules]
    program = f"import {', '.join(modules)}"
    return _time([sys.executable, "-c", program], env=environment)


def _compute(project: Project, runs: list[Run]) -> float:
    """Seconds that all snippets take, one at a time on preloaded parents."""
    took = []

    def note(_: Run, outcome: Outcome) -> None:
        took.append(outcome.result.seconds if outcome.result else 0.0)

    cache = Cache(project)
    Runner(project, read_runtimes(project), cache, 1, progress=note).make(runs)
    return sum(took)


def _plain(runs: list[Run], runtimes: dict[str, Runtime]) -> float:
    """Seconds for every snippet in a Python process of its own, two at a time."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(_alone, run, runtimes, Path(folder)) for run in runs]:
            done.result()
    return time.perf_counter() - began


def _alone(run: Run, runtimes: dict[str, Runtime], folder: Path) -> None:
    subprocess.run(
        [sys.executable, run.snippet.path],
        cwd=folder,
        env=_environment(runtimes[run.runtime]),
        capture_output=True,
        check=False,  # some pairs are about an error
    )


def _edit(run: Run) -> None:
    with run.snippet.path.open("a", encoding="utf-8") as file:
        file.write("# edited\n")


if __name__ == "__main__":
    typer.run(main)
