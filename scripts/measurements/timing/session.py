"""One session: the rungs of a workload checked, then timed in interleaved rounds."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.measurements.benchmarks import SCHEMA, Benchmarks, Rung, Timing
from scripts.measurements.ladder import BATCHES, REFERENCE, RUNGS, SWEPT
from scripts.measurements.timing.machine import describe_machine, describe_session
from scripts.measurements.timing.messages import Prepared
from scripts.measurements.timing.same_results import check_same_results
from scripts.measurements.timing.statistics import timing
from scripts.measurements.timing.workers import Worker, prime_compiler
from scripts.measurements.timing.workloads.numbers import SIZES, Size

Workers = dict[str, Worker]
SWEEP_STEPS = 16


@dataclass
class Session:
    """How to measure, and what has been measured so far."""

    rounds: int
    threads: int
    tell: Callable[[str], None] = lambda line: None
    device: str = "cpu"
    workloads: dict[str, dict[str, Rung]] = field(default_factory=dict)
    sweep: dict[str, dict[str, Timing]] = field(default_factory=dict)

    def measure(self, workloads: Iterable[str]) -> None:
        """Measure workloads; raises `Problem` where a rung cannot be measured."""
        with tempfile.TemporaryDirectory() as folder:
            self.tell("preparing the compiler")
            prime_compiler(self.threads, Path(folder))
            for workload in workloads:
                self._measure(workload, Path(folder))

    def _measure(self, workload: str, scratch: Path) -> None:
        with contextlib.ExitStack() as stack:
            workers = {
                name: stack.enter_context(
                    Worker(workload, name, place, self.threads, scratch)
                )
                for place, name in enumerate(RUNGS[workload])
            }
            devices = {name: w.ready() for name, w in workers.items()}
            self.device = devices[REFERENCE]
            self.workloads[workload] = self._climb(workload, workers)
            if workload == "mlp":
                for batch in BATCHES:
                    self.sweep[str(batch)] = self._sweep(workers, batch)

    def _climb(self, workload: str, workers: Workers) -> dict[str, Rung]:
        size = SIZES[workload]
        prepared = self._prepare(workload, workers, size)
        timings = self._time(workload, workers, size)
        return {
            name: Rung(
                timing=timings[name],
                first_step=prepared[name].first_step,
                warm_up=prepared[name].warm_up,
                peak_memory=worker.ask(int, "peak_memory"),
            )
            for name, worker in workers.items()
        }

    def _sweep(self, workers: Workers, batch: int) -> dict[str, Timing]:
        """The multilayer perceptron once more, on batches of another size."""
        size, some = Size(batch, SWEEP_STEPS), {n: workers[n] for n in SWEPT}
        label = f"mlp with batches of {batch}"
        self._prepare(label, some, size)
        return self._time(label, some, size)

    def _prepare(self, label: str, workers: Workers, size: Size) -> dict[str, Prepared]:
        """Warm up one rung after another, and hold what they compute together."""
        prepared = {}
        for name, worker in workers.items():
            self.tell(f"{label}: warming up {name}")
            sizes = (size.batch, size.steps)
            prepared[name] = worker.ask(Prepared, "prepare", *sizes)
        check_same_results(label, prepared)
        return prepared

    def _time(self, label: str, workers: Workers, size: Size) -> dict[str, Timing]:
        """Rounds of all rungs in turn; each round begins with another rung."""
        names = list(workers)
        took: dict[str, list[float]] = {name: [] for name in names}
        for number in range(self.rounds):
            self.tell(f"{label}: round {number + 1} of {self.rounds}")
            first = number % len(names)
            for name in names[first:] + names[:first]:
                seconds = workers[name].ask(float, "time_round")
                took[name].append(seconds / size.steps)
        return {name: timing(steps, took[REFERENCE]) for name, steps in took.items()}

    def results(self, machine: str) -> Benchmarks:
        """All that was measured, on this machine under the name of `machine`."""
        return Benchmarks(
            schema=SCHEMA,
            machine=describe_machine(machine, self.device),
            session=describe_session(self.threads, self.rounds),
            sizes={workload: size.batch for workload, size in SIZES.items()},
            workloads=self.workloads,
            sweep=self.sweep,
        )
