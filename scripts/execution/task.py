"""A run that another machine asks for: what a worker of a cluster does with it.

The worker has this program and the frameworks; the snippet and its files come with
the errand. Both sides speak JSON, and the worker believes nothing that it can check.
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

from scripts.core.problems import Problem, Problems
from scripts.core.program import program_digest
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime, check_installed
from scripts.execution.messages import Outcome, Request
from scripts.execution.sandbox import INSTALL, raise_wall
from scripts.execution.worker_pool import Fleet

PROGRAM = program_digest()  # as it was when this process read it
UPDATE = "bring its checkout to the same commit and start the worker anew"


class Basis(Struct, frozen=True):
    """What all errands of a build have in common.

    `program` is the digest of the program that asks, `walled` says whether it
    requires the wall, `preload` whether runs are forked from preloaded parents, and
    `hash_seed` is that of these parents.
    """

    program: bytes
    pins: dict[str, str]
    runtimes: dict[str, Runtime]
    walled: bool
    preload: bool
    hash_seed: str


class Errand(Struct, frozen=True):
    """A request whose `path` is only a name, and the files of its folder by name."""

    runtime: str
    request: Request
    files: dict[str, bytes]


class Answer(Struct, frozen=True):
    """How the run ended; or why this worker makes none, and then no outcome."""

    outcome: Outcome | None
    unfit: str = ""


def run_errand(basis: bytes, errand: bytes) -> bytes:
    """Make one run; what a cluster calls on a worker. Raises nothing of ours."""
    try:
        outcome = _run(basis, msgspec.json.decode(errand, type=Errand))
    except (Problem, Problems) as problem:
        told = "\n".join(f"worker on {platform.node()}: {p}" for p in _each(problem))
        return msgspec.json.encode(Answer(None, told))
    return msgspec.json.encode(Answer(outcome))


def _each(problem: Problem | Problems) -> list[Problem]:
    return problem.found if isinstance(problem, Problems) else [problem]


def _run(basis: bytes, errand: Errand) -> Outcome:
    told = msgspec.json.decode(basis, type=Basis)
    family = _family(errand.runtime, told.runtimes)
    _check_fit(basis, errand.runtime)
    outcome = _host(basis, family).run(errand)
    if outcome.status == "missing-runtime":
        _hosts.pop((basis, family[0]), None)  # the next errand starts it again
        raise Problem(errand.runtime, outcome.message, "install it with: make install")
    return outcome


@cache  # of those that are fit; an error is not kept
def _check_fit(basis: bytes, runtime: str) -> None:
    """Raise `Problem` or `Problems` unless this worker is as the one that asks."""
    told = msgspec.json.decode(basis, type=Basis)
    if told.program != PROGRAM:
        raise Problem("scripts", "is another version of this program", UPDATE)
    needed = replace(told.runtimes[runtime], optional=False)
    check_installed(told.pins, told.runtimes | {runtime: needed})
    if told.walled and not raise_wall():
        raise Problem("bubblewrap", "the wall is required, but is not up", INSTALL)


_hosts: dict[tuple[bytes, str], Host] = {}
_hosts_lock = Lock()


def _host(basis: bytes, family: list[str]) -> Host:
    """The parents of these runtimes, started by the first errand that needs them."""
    told = msgspec.json.decode(basis, type=Basis)
    with _hosts_lock:
        if (basis, family[0]) not in _hosts:
            runtimes = {name: told.runtimes[name] for name in family}
            _hosts[basis, family[0]] = Host(runtimes, told)
        return _hosts[basis, family[0]]


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

    They are kept for the errands to come. The system ends them with the thread
    that started them, so that thread is the one that listens to them.
    """

    def __init__(self, runtimes: dict[str, Runtime], basis: Basis) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="errands-")
        self.project = Project(Path(self.folder.name))
        self.project.snippets.mkdir()
        self.fleet = partial(
            Fleet,
            self.project,
            runtimes,
            preload=basis.preload,
            hash_seed=basis.hash_seed,
        )
        self.started: Future[Fleet] = Future()
        self.waiting: dict[int, tuple[str, Future[Outcome]]] = {}
        self.numbers, self.lock = itertools.count(), Lock()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        try:
            with self.fleet() as fleet:
                atexit.register(shutil.rmtree, fleet.home, ignore_errors=True)
                self.started.set_result(fleet)
                while fleet.connections:
                    for outcome in fleet.answers():
                        self.waiting.pop(outcome.id)[1].set_result(outcome)
                    self._tell_lost(fleet)
        except (Problem, OSError) as error:
            self.started.set_exception(error)

    def run(self, errand: Errand) -> Outcome:
        """Have it run and wait for the outcome; raises `Problem` without a wall."""
        fleet, number = self.started.result(), next(self.numbers)
        with tempfile.TemporaryDirectory(dir=self.project.snippets) as folder:
            for name, content in errand.files.items():
                (Path(folder) / Path(name).name).write_bytes(content)
            path = f"{folder}/{errand.request.path}"
            outcome = self._ask(fleet, errand, number, path).result()
        return replace(outcome, id=errand.request.id)

    def _ask(
        self, fleet: Fleet, errand: Errand, number: int, path: str
    ) -> Future[Outcome]:
        outcome = Future[Outcome]()
        with self.lock, contextlib.suppress(KeyError, OSError):  # a parent just ended
            self.waiting[number] = errand.runtime, outcome
            fleet.ask(errand.runtime, replace(errand.request, id=number, path=path))
        self._tell_lost(fleet)
        return outcome

    def _tell_lost(self, fleet: Fleet) -> None:
        """End the wait for the runs whose parent is missing."""
        with self.lock:
            for number, (name, outcome) in [*self.waiting.items()]:
                if name in fleet.missing:
                    del self.waiting[number]
                    told = fleet.missing[name]
                    outcome.set_result(Outcome(number, "missing-runtime", 0, 0, told))
