"""One run as seen from its parent: fork, limits, watching, how it ended."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import psutil

from scripts.execution.child.capture import Capture
from scripts.execution.child.execute import Execution
from scripts.execution.child.namespaces import (
    Namespaces,
    end_namespace,
    leave_namespace,
)
from scripts.execution.child.verdict import verdict
from scripts.execution.messages import Outcome, Request, Result, Status

MIB = 1024 * 1024
FILE_SIZE = 256 * MIB
PATIENCE = 2.0  # seconds; a child that blocks signals never says where it is


class Child:
    """A forked process that runs one snippet in an empty directory.

    It leaves text and result in unlinked files that only the two processes
    hold; the parent alone says how it ended.
    """

    def __init__(
        self, request: Request, namespaces: Namespaces, let_go: Callable[[], None]
    ) -> None:
        self.request, self.namespaces = request, namespaces
        self.started = time.monotonic()
        self.killed_for: tuple[Status, str] | None = None
        self.directory = "" if namespaces.sandboxed else self._directory()
        self.capture = Capture()
        self.inherited = _own_memory(psutil.Process())
        self.pid, self.first = namespaces.fork()
        if self.pid == 0:
            let_go()
            self._live()

    def _directory(self) -> str:
        """An empty directory, but for the files that the snippet reads."""
        directory = tempfile.mkdtemp(prefix="run-")
        for name in self.request.files:
            shutil.copy(Path(self.request.path).parent / name, directory)
        return directory

    def _live(self) -> None:
        """In the child: confine, execute, leave the result, leave."""
        try:
            os.setsid()
            if not self._settle():
                return
            os.chdir(self.directory or self._directory())
            self.capture.redirect()
            _confine(self.request)
            trace = self.capture.trace
            faulthandler.enable(trace)
            faulthandler.register(signal.SIGUSR1, trace, all_threads=False)
            began = time.perf_counter()
            result = Execution(self.request, self.capture.note_line).run()
            took = time.perf_counter() - began
            self.capture.leave(msgspec.structs.replace(result, seconds=took))
        finally:
            os._exit(0)

    def _settle(self) -> bool:
        try:
            self.namespaces.settle()
        except OSError as error:
            what = f"cannot be put into the sandbox: {error}"
            self.capture.leave(Result([], {}, None, {}, what, 0, "sandbox"))
            return False
        return True

    def watch(self) -> None:
        """Kill the child if it is over one of its limits."""
        limits = self.request.limits
        if time.monotonic() - self.started > limits.seconds:
            self._kill("timeout", f"still runs after {limits.seconds:g} s")
        elif self.capture.printed > limits.output_kib * 1024:
            self._kill("output-limit", f"prints more than {limits.output_kib} KiB")
        elif self._family() > limits.processes:
            self._kill("process-limit", f"has more than {limits.processes} processes")
        elif self._memory() > limits.memory_mib * MIB:
            message = f"its processes take more than {limits.memory_mib} MiB"
            self._kill("memory-limit", message)

    def _family(self) -> int:
        return len(self._processes())

    def _processes(self) -> list[psutil.Process]:
        """The child and what it started, also what it has left behind."""
        found: list[psutil.Process] = []
        with contextlib.suppress(psutil.NoSuchProcess):
            child = psutil.Process(self.pid)
            found += [child, *child.children(recursive=True)]
        with contextlib.suppress(psutil.NoSuchProcess):
            if self.first:
                found += psutil.Process(self.first).children(recursive=True)
        return found

    def _memory(self) -> int:
        """Bytes of its own, in all processes, without what the parent had before."""
        taken = 0
        for process in self._processes():
            with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                taken += max(0, _own_memory(process) - self.inherited)
        return taken

    def _kill(self, status: Status, message: str) -> None:
        self.killed_for = (status, message)
        self._ask_where_it_is()
        self.end_family()

    def _ask_where_it_is(self) -> None:
        """Have the child say which line it executes: soon, but on a busy machine."""
        before, latest = self.capture.traced, time.monotonic() + PATIENCE
        os.kill(self.pid, signal.SIGUSR1)
        while self.capture.traced == before and time.monotonic() < latest:
            time.sleep(0.01)
        time.sleep(0.02)  # the answer is written in several pieces

    def end_family(self) -> None:
        """End the child and everything in its namespaces, or in its session."""
        end_namespace(self.first)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)

    def conclude(self, wait_status: int) -> Outcome:
        """How the run ended, once the child has been waited for."""
        self.end_family()
        leave_namespace(self.first)
        code = os.waitstatus_to_exitcode(wait_status)
        seconds = time.monotonic() - self.started
        self._clean_up()
        status, line, message, result = verdict(
            self.request, self.capture, code, self.killed_for
        )
        self.close()
        return Outcome(self.request.id, status, seconds, line, message, result)

    def abandon(self) -> None:
        """End the child where nobody waits for its outcome any more."""
        self.end_family()
        self._clean_up()

    def _clean_up(self) -> None:
        if self.directory:
            shutil.rmtree(self.directory, ignore_errors=True)

    def close(self) -> None:
        """Let go of the files in which the child leaves what it says."""
        self.capture.close()


def _own_memory(process: psutil.Process) -> int:
    used = process.memory_info()
    return int(used.rss - getattr(used, "shared", 0))


def _confine(request: Request) -> None:
    """Limits that the system enforces, on top of those that the parent watches."""
    limits = request.limits
    used = psutil.Process().memory_info()
    data = getattr(used, "data", 0) + limits.memory_mib * MIB
    for name, amount in (
        ("RLIMIT_DATA", data),
        ("RLIMIT_FSIZE", FILE_SIZE),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_CPU", int(limits.seconds) + 5),
    ):
        resource.setrlimit(getattr(resource, name), (amount, amount))
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed(None)
