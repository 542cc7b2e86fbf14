"""One run as seen from its parent: fork, limits, watching, how it ended."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import msgspec
import psutil

from scripts.execution.child.execute import Execution
from scripts.execution.child.namespaces import Rooms, end_room, leave_room
from scripts.execution.messages import Outcome, Request, Result, Status

MIB = 1024 * 1024
FILE_SIZE = 256 * MIB
RESULT_SIZE = 16 * MIB
TRACE_SIZE = 1 * MIB
LAST_WORDS = 5


class Child:
    """A forked process that runs one snippet in an empty directory.

    It leaves text and result in unlinked files that only the two processes
    hold; the parent alone says how it ended.
    """

    def __init__(
        self, request: Request, rooms: Rooms, let_go: Callable[[], None]
    ) -> None:
        self.request, self.rooms = request, rooms
        self.started = time.monotonic()
        self.killed_for: tuple[Status, str] | None = None
        self.directory = "" if rooms.walled else self._directory()
        self.out, self.err, self.result, self.trace = _files(4)
        self.inherited = _own_memory(psutil.Process())
        self.pid, self.first = rooms.fork()
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
            _redirect(self.out, self.err)
            _confine(self.request)
            faulthandler.enable(self.trace)
            faulthandler.register(signal.SIGUSR1, self.trace, all_threads=False)
            began = time.perf_counter()
            result = Execution(self.request, self._note).run()
            took = time.perf_counter() - began
            self._leave(msgspec.structs.replace(result, seconds=took))
        finally:
            os._exit(0)

    def _settle(self) -> bool:
        try:
            self.rooms.settle()
        except OSError as error:
            what = f"no room for it behind the wall: {error}"
            self._leave(Result([], {}, None, {}, what, 0, "sandbox"))
            return False
        return True

    def _leave(self, result: Result) -> None:
        self.result.write(msgspec.json.encode(result))
        self.result.flush()

    def _note(self, line: int) -> None:
        self.trace.write(f"cell {line}\n".encode())
        self.trace.flush()

    def watch(self) -> None:
        """Kill the child if it is over one of its limits."""
        limits = self.request.limits
        if time.monotonic() - self.started > limits.seconds:
            self._kill("timeout", f"still runs after {limits.seconds:g} s")
        elif self._printed() > limits.output_kib * 1024:
            self._kill("output-limit", f"prints more than {limits.output_kib} KiB")
        elif self._family() > limits.processes:
            self._kill("process-limit", f"has more than {limits.processes} processes")
        elif self._memory() > limits.memory_mib * MIB:
            message = f"its processes take more than {limits.memory_mib} MiB"
            self._kill("memory-limit", message)

    def _printed(self) -> int:
        return _size(self.out) + _size(self.err)

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
        os.kill(self.pid, signal.SIGUSR1)
        time.sleep(0.02)
        self.end_family()

    def end_family(self) -> None:
        """End the child and everything in its room; without one, in its session."""
        end_room(self.first)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)

    def conclude(self, wait_status: int) -> Outcome:
        """How the run ended, once the child has been waited for."""
        self.end_family()
        leave_room(self.first)
        code = os.waitstatus_to_exitcode(wait_status)
        seconds = time.monotonic() - self.started
        self._clean_up()
        status, line, message, result = self._judge(code)
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
        for file in (self.out, self.err, self.result, self.trace):
            file.close()

    def _judge(self, code: int) -> tuple[Status, int, str, Result | None]:
        if self.killed_for:
            status, message = self.killed_for
            return status, self._last_line(), message + self._last_words(), None
        if self._printed() > self.request.limits.output_kib * 1024:
            message = f"prints more than {self.request.limits.output_kib} KiB"
            return "output-limit", self._last_line(), message, None
        if _size(self.result) > RESULT_SIZE:
            message = f"leaves a result of more than {RESULT_SIZE // MIB} MiB"
            return "output-limit", self._last_line(), message, None
        if code < 0:
            message = f"was ended by {signal.Signals(-code).name}"
            return "signal", self._last_line(), message + self._last_words(), None
        result = self._read_result()
        if result is None:
            message = f"left with exit code {code} before its end"
            return "exit", self._last_line(), message + self._last_words(), None
        if result.failure:
            return result.status, result.line, result.failure, None
        return "ok", 0, "", result

    def _read_result(self) -> Result | None:
        self.result.seek(0)
        try:
            return msgspec.json.decode(self.result.read(), type=Result)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None

    def _last_line(self) -> int:
        """The line that was being executed, as far as the child has told."""
        self.trace.seek(0)
        text = self.trace.read(TRACE_SIZE).decode("utf-8", "replace")
        cell, _, dump = text.rpartition("cell ")[2].partition("\n")
        frame = re.search(
            rf'"{re.escape(self.request.path)}", line ([0-9]{{1,9}})', dump
        )
        told = frame or re.fullmatch("([0-9]{1,9})", cell)  # or it wrote there itself
        return int(told[1]) if told else 0

    def _last_words(self) -> str:
        self.err.seek(0)
        lines = self.err.read(64 * 1024).decode("utf-8", "replace").splitlines()
        return "".join(f"\n    {line}" for line in lines[-LAST_WORDS:])


def _own_memory(process: psutil.Process) -> int:
    used = process.memory_info()
    return int(used.rss - getattr(used, "shared", 0))


def _size(file: IO[bytes]) -> int:
    return os.fstat(file.fileno()).st_size


def _files(count: int) -> list[IO[bytes]]:
    return [tempfile.TemporaryFile() for _ in range(count)]


def _redirect(out: IO[bytes], err: IO[bytes]) -> None:
    """Point the standard streams, also of native code, at the capture files."""
    sys.stdout.flush()
    sys.stderr.flush()
    empty = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((empty, 0), (out.fileno(), 1), (err.fileno(), 2)):
        os.dup2(source, target)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


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
