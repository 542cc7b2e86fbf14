"""What was timed on a machine: `results/benchmarks/<machine>.json`, and its checks."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, write_atomically
from scripts.measurements.ladder import BATCHES, RUNGS, SWEPT

SCHEMA = 1

Positive = Annotated[float, Meta(gt=0)]
Count = Annotated[int, Meta(gt=0)]


class Measured(Struct, frozen=True, forbid_unknown_fields=True):
    """A median over rounds, and the bootstrap interval that holds it."""

    median: Positive
    low: Positive
    high: Positive

    @property
    def holds_one(self) -> bool:
        """Whether a ratio with this interval may be 1: no measurable difference."""
        return self.low <= 1 <= self.high


class Timing(Struct, frozen=True, forbid_unknown_fields=True):
    """How long a step takes; `ratio` is to the reference in the same round."""

    step: Measured
    ratio: Measured
    rounds: list[Positive]


class Rung(Struct, frozen=True, forbid_unknown_fields=True):
    """One way to compute a workload. Seconds, and bytes of memory.

    `first_step` is the first step of a new model, compilation included;
    `warm_up` is all time before the timed rounds, making the model included.
    """

    timing: Timing
    first_step: Positive
    warm_up: Positive
    peak_memory: Count


class Machine(Struct, frozen=True, forbid_unknown_fields=True):
    """What it was measured on. `memory` is in bytes; `device` is what computed."""

    name: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    processor: str
    cores: Count
    memory: Count
    system: str
    device: str


class Session(Struct, frozen=True, forbid_unknown_fields=True):
    """When and how it was measured. `confidence` is that of the intervals."""

    date: Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
    commit: str
    threads: Count
    rounds: Count
    confidence: Annotated[float, Meta(gt=0, lt=1)]
    python: str
    versions: dict[str, str]


class Benchmarks(Struct, frozen=True, forbid_unknown_fields=True):
    """Every workload by name with its rungs, and the sweep over batch sizes.

    `sizes` holds how many examples a step of a workload computes. `sweep` is
    that of the multilayer perceptron: batch size, then rung.
    """

    schema: int
    machine: Machine
    session: Session
    sizes: dict[str, Count]
    workloads: dict[str, dict[str, Rung]]
    sweep: dict[str, dict[str, Timing]]

    def timings(self) -> Iterator[tuple[str, Timing]]:
        """Every timing by name: `<workload>/<rung>` and `batch-<size>/<rung>`."""
        for workload, rungs in self.workloads.items():
            yield from ((f"{workload}/{n}", rung.timing) for n, rung in rungs.items())
        for batch, timings in self.sweep.items():
            yield from ((f"batch-{batch}/{n}", found) for n, found in timings.items())


class _Version(Struct):
    schema: int


def benchmarks_path(project: Project, machine: str) -> Path:
    """Where the results of a machine are committed."""
    return project.results / "benchmarks" / f"{machine}.json"


def read_benchmarks(project: Project) -> list[Benchmarks]:
    """What was measured on every machine, by name; raises `Problem` or `Problems`."""
    paths = sorted(benchmarks_path(project, "x").parent.glob("*.json"))
    return [read_machine(path, project.show(path)) for path in paths]


def read_machine(path: Path, where: str) -> Benchmarks:
    """A file of results, sound; messages call it `where`. Raises `Problem(s)`."""
    remedy = f"measure again: python -m scripts bench --machine {path.stem} --replace"
    try:
        content = path.read_bytes()
        version = msgspec.json.decode(content, type=_Version).schema
        if version != SCHEMA:
            what = f"is of schema version {version}, and this program reads {SCHEMA}"
            raise Problem(where, what, remedy)
        found = msgspec.json.decode(content, type=Benchmarks)
    except (OSError, msgspec.DecodeError) as error:
        raise Problem(where, f"cannot be read: {error}", remedy) from None
    if faults := [Problem(where, what, remedy) for what in _faults(found, path.stem)]:
        raise Problems(faults)
    return found


def write_machine(path: Path, results: Benchmarks) -> None:
    """Write results that are sound; raises `Problem` or `Problems` otherwise."""
    content = msgspec.json.format(msgspec.json.encode(results), indent=1)
    if faults := [*_faults(results, path.stem)]:
        remedy = "measure again: python -m scripts bench"
        raise Problems([Problem(path.name, what, remedy) for what in faults])
    write_atomically(path, content + b"\n")


def _faults(results: Benchmarks, stem: str) -> Iterator[str]:
    """What is wrong with results as a whole, in words."""
    if results.machine.name != stem:
        yield f"is of the machine {results.machine.name!r}, which its name is not"
    yield from _lacking("workloads", RUNGS, results.workloads)
    yield from _lacking("sizes", RUNGS, results.sizes)
    yield from _lacking("sweep", map(str, BATCHES), results.sweep)
    for workload, rungs in results.workloads.items():
        yield from _lacking(workload, RUNGS.get(workload, ()), rungs)
        for name, rung in rungs.items():
            if rung.first_step > rung.warm_up:
                yield f"{workload}/{name}: the first step outlasts the warm-up"
    for batch, timings in results.sweep.items():
        yield from _lacking(f"sweep/{batch}", SWEPT, timings)
    for name, timing in results.timings():
        yield from _impossible(name, timing)


def _lacking(
    where: str, wanted: Iterable[str], found: Mapping[str, object]
) -> Iterator[str]:
    """What of `wanted` is not in `found`, and what in it is not wanted."""
    names = list(wanted)
    if lacking := [name for name in names if name not in found]:
        yield f"{where} lacks {', '.join(lacking)}"
    if unknown := [name for name in found if name not in names]:
        yield f"{where} holds {', '.join(unknown)}, which is not known"


def _impossible(where: str, timing: Timing) -> Iterator[str]:
    for name, measured in (("step", timing.step), ("ratio", timing.ratio)):
        numbers = (measured.low, measured.median, measured.high)
        if not all(map(math.isfinite, numbers)):
            yield f"{where}: {name} is not finite"
        elif sorted(numbers) != list(numbers):
            yield f"{where}: the interval of {name} does not hold its median"
