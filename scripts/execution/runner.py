"""Handing runs to a worker pool, and putting what they gave into the cache."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime
from scripts.execution.messages import Outcome, Request, Result
from scripts.execution.worker_pool import WorkerPool
from scripts.results.cache import Cache
from scripts.results.records import SCHEMA, Record
from scripts.results.runs import Isolation, Run, arguments_of

FEW = 4  # an edit, on each runtime; more are worth that parents import more


class Pool(Protocol):
    """What makes the runs: the parents on this machine, or a cluster's workers."""

    ready: set[str]
    missing: dict[str, str]

    def submit(self, name: str, request: Request) -> None:
        """Have the runtime `name` run `request`; `outcomes` brings how it ended."""

    def outcomes(self) -> Iterator[Outcome]:
        """Wait until there is something to tell; the outcomes among that."""


@dataclass
class Runner:
    """Makes runs on the parents of their runtimes, a few at a time.

    Sound records go to the cache. `progress` hears of every run that ends,
    `on_retry` of every one that hung and is tried again. `open_pool` gives
    the worker pool; while serving it is that of the run before.
    """

    project: Project
    runtimes: dict[str, Runtime]
    cache: Cache
    jobs: int
    isolation: Isolation = "fork"
    progress: Callable[[Run, Outcome], None] = lambda run, outcome: None
    on_retry: Callable[[Run], None] = lambda run: None
    open_pool: Callable[..., AbstractContextManager[Pool]] = WorkerPool

    def make(self, runs: list[Run]) -> None:
        """Make all runs, the longest first; their records are in the cache then.

        Raises `Problems` with every run that went wrong, once all have ended.

        A run that hangs is tried once more in a process of its own, since a
        fork can hang where a fresh process does not.
        """
        took = self.cache.seconds()
        runs = sorted(runs, key=lambda run: -took.get(run.name, 1.0))
        problems: list[Problem] = []
        for run, outcome in self._with_retries(runs):
            self.progress(run, outcome)
            took[run.name] = round(outcome.seconds, 3)
            if outcome.result:
                self.cache.put(_record(run, outcome.result))
            else:
                problems.append(self._problem(run, outcome))
        self.cache.note_seconds(took)
        if problems:
            raise Problems(sorted(problems, key=str))

    def _with_retries(self, runs: list[Run]) -> Iterator[tuple[Run, Outcome]]:
        hung = []
        for run, outcome in self._outcomes(runs, self.isolation):
            if outcome.status == "timeout" and self.isolation == "fork":
                self.on_retry(run)
                hung.append(run)
            else:
                yield run, outcome
        yield from self._outcomes(hung, "process")

    def _problem(self, run: Run, outcome: Outcome) -> Problem:
        where = self.project.show(run.snippet.path)
        if outcome.status == "missing-runtime":
            return Problem(where, outcome.message, "install it with: make install")
        remedy = f"mend it and run: python -m scripts run {run.pair.name}"
        what = f"{outcome.status} on {run.runtime}: {outcome.message}"
        return Problem(f"{where}:{outcome.line or 1}", what, remedy)

    def _outcomes(
        self, runs: list[Run], isolation: Isolation
    ) -> Iterator[tuple[Run, Outcome]]:
        """Hand out the runs, at most `jobs` at a time, as their parents get ready."""
        if not runs:
            return
        wanted = _with_ancestors({run.runtime for run in runs}, self.runtimes)
        queue, submitted = Queue(runs), dict[int, Run]()
        imports = {"preload": isolation == "fork", "many": len(runs) > FEW}
        with self.open_pool(self.project, wanted, **imports) as pool:
            while queue or submitted:
                self._submit(pool, queue, submitted)
                for outcome in pool.outcomes():
                    yield submitted.pop(outcome.id), outcome
                yield from _lost(pool, queue, submitted)

    def _submit(self, pool: Pool, queue: Queue, submitted: dict[int, Run]) -> None:
        while len(submitted) < self.jobs and (run := queue.next_for(pool.ready)):
            number = id(run)
            pool.submit(run.runtime, _request(number, run, self.runtimes))
            submitted[number] = run


class Queue:
    """Runs that have not been submitted yet, in their order."""

    def __init__(self, runs: list[Run]) -> None:
        self.queues: dict[str, deque[tuple[int, Run]]] = defaultdict(deque)
        for place, run in enumerate(runs):
            self.queues[run.runtime].append((place, run))

    def __bool__(self) -> bool:
        return any(self.queues.values())

    def next_for(self, runtimes: set[str]) -> Run | None:
        """The first run on one of these runtimes, which waits no longer."""
        queues = [self.queues[name] for name in runtimes if self.queues[name]]
        return min(queues, key=lambda q: q[0][0]).popleft()[1] if queues else None


def _record(run: Run, result: Result) -> Record:
    return Record(
        SCHEMA,
        run.key,
        run.runtime,
        run.versions,
        result.outputs,
        result.values,
        result.raised,
        result.defaults,
    )


def _lost(
    pool: Pool, queue: Queue, submitted: dict[int, Run]
) -> Iterator[tuple[Run, Outcome]]:
    """The runs whose parent could not start or has ended."""
    if not pool.missing:
        return
    lost = [number for number, run in submitted.items() if run.runtime in pool.missing]
    runs = [submitted.pop(number) for number in lost]
    while run := queue.next_for(set(pool.missing)):
        runs.append(run)
    for run in runs:
        message = pool.missing[run.runtime]
        yield run, Outcome(id(run), "missing-runtime", 0, 0, message)


def _with_ancestors(
    names: set[str], runtimes: dict[str, Runtime]
) -> dict[str, Runtime]:
    needed = set(names)
    for name in reversed(runtimes):
        if name in needed and runtimes[name].after:
            needed.add(runtimes[name].after)
    return {name: runtime for name, runtime in runtimes.items() if name in needed}


def _request(number: int, run: Run, runtimes: dict[str, Runtime]) -> Request:
    declaration, snippet = run.pair.declaration, run.snippet
    return Request(
        number,
        str(snippet.path),
        snippet.text,
        [cell.line for cell in snippet.cells],
        declaration.files,
        sorted(declaration.compare),
        getattr(declaration.raises, runtimes[run.runtime].side),
        *arguments_of(run.pair, runtimes[run.runtime].side),
        declaration.limits,
    )
