"""The workers of a Dask cluster, in place of the parents on this machine.

A run goes to a worker through the cluster's standard executor, as an task. What
a worker leaves unfinished when it ends, Dask gives to another.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from typing import TYPE_CHECKING
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime, read_pins, read_runtimes
from scripts.execution.messages import Outcome, Request
from scripts.execution.sandbox import sandbox_mode
from scripts.execution.task import PROGRAM, Answer, BuildContext, Task, run_task

if TYPE_CHECKING:
    from distributed import Client

PATIENCE = 10.0  # seconds that a scheduler, or the first worker, may take to answer
FAREWELL = 2.0  # seconds; a scheduler that has gone says none
WORKER = "in a checkout of this commit, run: .venv/bin/python -m dask worker"


class Cluster:
    """The cluster at an address; called for as many runs as a build makes at once."""

    def __init__(self, address: str) -> None:
        self.address = address

    def __call__(
        self,
        project: Project,
        wanted: dict[str, Runtime],
        *,
        preload: bool = True,
        hash_seed: str = "0",
        many: bool = True,
    ) -> ClusterPool:
        """Connect; raises `Problem` where no scheduler answers or nobody works.

        The workers' parents import what many runs need, since they are kept.
        """
        context = _context(project, preload, hash_seed)
        return ClusterPool(self._connected(), self.address, set(wanted), context)

    def _connected(self) -> Client:
        try:
            from distributed import Client
        except ImportError:
            remedy = (
                "install it with: .venv/bin/pip install -r requirements/cluster.txt"
            )
            raise Problem("--scheduler", "needs Dask's distributed", remedy) from None
        # What it logs of a lost connection, we tell in a line.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        try:
            return Client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            what = f"no scheduler answers: {str(error).splitlines()[0]}"
            remedy = "start one: .venv/bin/python -m dask scheduler"
            raise Problem(f"--scheduler {self.address}", what, remedy) from None


class ClusterPool:
    """What `WorkerPool` is on this machine, a context manager too."""

    def __init__(
        self,
        client: Client,
        address: str,
        runtimes: set[str],
        context: BuildContext,
    ) -> None:
        self.client, self.address = client, address
        self.ready, self.missing = runtimes, dict[str, str]()
        self.executor = client.get_executor(pure=False)
        self.done: Queue[Future[bytes]] = Queue()
        self.context = msgspec.json.encode(context)
        try:
            self._wait_for_worker()
        except Problem:
            self.__exit__()
            raise

    def _wait_for_worker(self) -> None:
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            remedy = f"start one: {WORKER} {self.address}"
            raise self._problem("has no worker", remedy) from None
        except (OSError, CancelledError, RuntimeError):
            raise self._gone() from None

    def submit(self, name: str, request: Request) -> None:
        """Have a worker run `request` on the runtime `name`."""
        path = Path(request.path)
        files = {n: (path.parent / n).read_bytes() for n in (path.name, *request.files)}
        task = Task(name, replace(request, path=path.name), files)
        message = msgspec.json.encode(task)
        with suppress(RuntimeError):  # closed: `outcomes` says so
            key = f"{path.parent.name}-{path.name}-{name}-{uuid4()}"
            future = self.executor.submit(run_task, self.context, message, key=key)
            future.add_done_callback(self.done.put)

    def outcomes(self) -> Iterator[Outcome]:
        """Wait until a run has ended; its outcome. Raises `Problem`."""
        try:
            future = self.done.get(timeout=PATIENCE)
        except Empty:
            self._wait_for_worker()  # all are busy, or none is left
            return
        answer = self._answer(future)
        if answer.outcome is None:
            raise self._problem("has a worker that is unfit", answer.unfit)
        yield answer.outcome

    def _answer(self, future: Future[bytes]) -> Answer:
        try:
            return msgspec.json.decode(future.result(), type=Answer)
        except CancelledError:
            raise self._gone() from None
        except ImportError as error:
            what = f"has a worker without this program: {error}"
            raise self._problem(what, f"{WORKER} {self.address}") from None
        except Exception as error:
            what = f"lost a run: {type(error).__name__}: {error}"
            raise self._problem(what, "look at what its workers log") from None

    def _gone(self) -> Problem:
        what = "the scheduler has gone; the runs that had ended are kept"
        return self._problem(what, "start it and run the same command again")

    def _problem(self, what: str, remedy: str) -> Problem:
        return Problem(f"--scheduler {self.address}", what, remedy)

    def __enter__(self) -> ClusterPool:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the cluster, and with it what has not ended.

        On a busy machine the client's thread takes longer to end than Dask waits for
        it. That is no problem: it ends with the program, and nothing is left to say.
        """
        with suppress(TimeoutError):
            self.client.close(timeout=FAREWELL)


def _context(project: Project, preload: bool, hash_seed: str) -> BuildContext:
    required = sandbox_mode() == "required"
    pins, runtimes = read_pins(project), read_runtimes(project)
    return BuildContext(PROGRAM, pins, runtimes, required, preload, hash_seed)
