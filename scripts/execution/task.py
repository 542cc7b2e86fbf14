"""A run that another machine asks for: what a worker of a cluster does with it.

The worker has this program and the frameworks; the snippet and its files come with
the task. Both sides speak JSON, and the worker believes nothing that it can check.
"""

from __future__ import annotations

import atexit
import contextlib
import itertools
import platform
import shutil
import tempfile
from concurrent.futures import Future
from functools import cache, partial
from pathlib import Path
from threading import Lock, Thread

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from scripts.core.problems import Problem, Problems, each_problem
from scripts.core.program import program_digest
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime, check_installed
from scripts.execution.messages import Outcome, Request
from scripts.execution.sandbox import INSTALL, use_sandbox
from scripts.execution.worker_pool import WorkerPool

PROGRAM = program_digest()  # as it was when this process read it
UPDATE = "bring its checkout to the same commit and start the worker anew"


class BuildContext(Struct, frozen=True):
    """What all tasks of a build have in common.

    `program` is the digest of the program that asks, `sandboxed` says whether it
    requires the sandbox, `preload` whether runs are forked from preloaded parents, and
    `hash_seed` is that of these parents.
    """

    program: bytes
    pins: dict[str, str]
    runtimes: dict[str, Runtime]
    sandboxed: bool
    preload: bool
    hash_seed: str


class Task(Struct, frozen=True):
    """A request whose `path` is only a name, and the files of its folder by name."""

    runtime: str
    request: Request
    files: dict[str, bytes]


class Answer(Struct, frozen=True):
    """How the run ended; or why this worker makes none, and then no outcome."""

    outcome: Outcome | None
    unfit: str = ""


def run_task(context: bytes, task: bytes) -> bytes:
    """Make one run; what a cluster calls on a worker. Raises nothing of ours."""
    try:
        outcome = _run(context, msgspec.json.decode(task, type=Task))
    except (Problem, Problems) as problem:
        why = "\n".join(
            f"worker on {platform.node()}: {p}" for p in each_problem(problem)
        )
        return msgspec.json.encode(Answer(None, why))
    return msgspec.json.encode(Answer(outcome))


def _run(context: bytes, task: Task) -> Outcome:
    build = msgspec.json.decode(context, type=BuildContext)
    family = _family(task.runtime, build.runtimes)
    _check_fit(context, task.runtime)
    outcome = _host(context, family).run(task)
    if outcome.status == "missing-runtime":
        _hosts.pop((context, family[0]), None)  # the next task starts it again
        raise Problem(task.runtime, outcome.message, "install it with: make install")
    return outcome


@cache  # of those that are fit; an error is not kept
def _check_fit(context: bytes, runtime: str) -> None:
    """Raise `Problem` or `Problems` unless this worker is as the one that asks."""
    build = msgspec.json.decode(context, type=BuildContext)
    if build.program != PROGRAM:
        raise Problem("scripts", "is another version of this program", UPDATE)
    needed = replace(build.runtimes[runtime], optional=False)
    check_installed(build.pins, build.runtimes | {runtime: needed})
    if build.sandboxed and not use_sandbox():
        raise Problem("bubblewrap", "the sandbox is required, but is not up", INSTALL)


_hosts: dict[tuple[bytes, str], Host] = {}
_hosts_lock = Lock()


def _host(context: bytes, family: list[str]) -> Host:
    """The parents of these runtimes, started by the first task that needs them."""
    build = msgspec.json.decode(context, type=BuildContext)
    with _hosts_lock:
        if (context, family[0]) not in _hosts:
            runtimes = {name: build.runtimes[name] for name in family}
            _hosts[context, family[0]] = Host(runtimes, build)
        return _hosts[context, family[0]]


def _family(name: str, runtimes: dict[str, Runtime]) -> list[str]:
    """The runtimes that are forked from one another with this one, the first first."""
    first = name
    while runtimes[first].after:
        first = runtimes[first].after
    family = [first]
    family += [n for n, runtime in runtimes.items() if runtime.after in family]
    return family


class Host:
    """The parents of a family of runtimes on a worker; its threads share them.

    They are kept for the tasks to come. The system ends them with the thread
    that started them, so that thread is the one that listens to them.
    """

    def __init__(self, runtimes: dict[str, Runtime], context: BuildContext) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="tasks-")
        self.project = Project(Path(self.folder.name))
        self.project.snippets.mkdir()
        self.pool = partial(
            WorkerPool,
            self.project,
            runtimes,
            preload=context.preload,
            hash_seed=context.hash_seed,
        )
        self.started: Future[WorkerPool] = Future()
        self.waiting: dict[int, tuple[str, Future[Outcome]]] = {}
        self.numbers, self.lock = itertools.count(), Lock()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            with self.pool() as pool:
                atexit.register(shutil.rmtree, pool.home, ignore_errors=True)
                self.started.set_result(pool)
                while pool.connections:
                    for outcome in pool.outcomes():
                        self.waiting.pop(outcome.id)[1].set_result(outcome)
                    self._tell_lost(pool)
        except (Problem, OSError) as error:
            self.started.set_exception(error)

    def run(self, task: Task) -> Outcome:
        """Have it run and wait for the outcome; raises `Problem` without a sandbox."""
        pool, number = self.started.result(), next(self.numbers)
        with tempfile.TemporaryDirectory(dir=self.project.snippets) as folder:
            for name, content in task.files.items():
                (Path(folder) / Path(name).name).write_bytes(content)
            path = f"{folder}/{task.request.path}"
            outcome = self._ask(pool, task, number, path).result()
        return replace(outcome, id=task.request.id)

    def _ask(
        self, pool: WorkerPool, task: Task, number: int, path: str
    ) -> Future[Outcome]:
        outcome = Future[Outcome]()
        with self.lock, contextlib.suppress(KeyError, OSError):  # a parent just ended
            self.waiting[number] = task.runtime, outcome
            pool.submit(task.runtime, replace(task.request, id=number, path=path))
        self._tell_lost(pool)
        return outcome

    def _tell_lost(self, pool: WorkerPool) -> None:
        """End the wait for the runs whose parent is missing."""
        with self.lock:
            for number, (name, outcome) in [*self.waiting.items()]:
                if name in pool.missing:
                    del self.waiting[number]
                    message = pool.missing[name]
                    outcome.set_result(
                        Outcome(number, "missing-runtime", 0, 0, message)
                    )
