"""Workers seen from outside: started, asked, and ended whatever happens."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec
import psutil

from scripts.core.problems import Problem
from scripts.core.project import HERE, Project
from scripts.corpus.runtimes import read_runtimes
from scripts.measurements.ladder import LADDER
from scripts.measurements.timing.messages import Reply, Request

SECONDS = 400.0  # for one answer, compilation included
Answer = TypeVar("Answer")
PRIMER = "import torch; torch.compile(torch.sin)(torch.ones(8))"


def prime_compiler(threads: int, scratch: Path) -> None:
    """Have `torch.compile` prepare the headers that all its kernels share.

    Once a session, since otherwise whoever compiles first would be charged for
    it. Raises `Problem` where nothing can be compiled.
    """
    done = subprocess.run(
        [sys.executable, "-c", PRIMER],
        env=_environment({}, threads, scratch),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        why = f"torch.compile fails: {(done.stderr.splitlines() or ['no reason'])[-1]}"
        raise Problem("bench", why, "install a C++ compiler, such as g++")


class Worker:
    """One rung of a workload in a process of its own, ready to be asked."""

    def __init__(
        self, workload: str, name: str, place: int, threads: int, scratch: Path
    ) -> None:
        self.where = f"{workload}/{name}"
        self.errors = (scratch / f"{workload}-{name}.log").open("w+b")
        runtime = read_runtimes(Project(HERE))[LADDER[name].runtime]
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "scripts.measurements.timing.worker",
                workload,
                name,
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            cwd=HERE,
            env=_environment(runtime.environment, threads, scratch),
        )
        self.threads = threads
        # Side by side while they import, and all on the same cores for timing.
        _hold(self.process.pid, threads, place)

    def ready(self) -> str:
        """The device of the rung, once everything is imported."""
        device = self._answer(str)
        _hold(self.process.pid, self.threads, 0)
        return device

    def ask(self, kind: type[Answer], method: str, *arguments: int) -> Answer:
        """What a method of the server gives; raises `Problem` where that is nothing."""
        if self.process.stdin:
            request = Request(method, arguments)
            with contextlib.suppress(BrokenPipeError):  # the answer says why
                self.process.stdin.write(msgspec.json.encode(request) + b"\n")
                self.process.stdin.flush()
        return self._answer(kind)

    def _answer(self, kind: type[Answer]) -> Answer:
        timer = threading.Timer(SECONDS, self.process.kill)
        timer.start()
        line = self.process.stdout.readline() if self.process.stdout else b""
        timer.cancel()
        remedy = "mend it, or install what is missing: make install"
        if not line:
            raise Problem(self.where, f"the worker ended: {self._last()}", remedy)
        reply = msgspec.json.decode(line, type=Reply)
        if reply.error:
            raise Problem(self.where, reply.error, remedy)
        return msgspec.convert(reply.value, kind)

    def _last(self) -> str:
        """The last line that it wrote, or how it ended."""
        code = self.process.wait()
        self.errors.seek(0)
        lines = self.errors.read().decode(errors="replace").splitlines()
        return lines[-1] if lines else f"exit code {code}, or {SECONDS:g} s were over"

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.communicate()
        self.errors.close()


def _environment(own: dict[str, str], threads: int, scratch: Path) -> dict[str, str]:
    """A fixed number of threads, and compilers that remember no earlier session."""
    count = str(threads)
    names = ["OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"]
    names += ["TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"]
    fixed = dict.fromkeys(names, count)
    caches = {
        "TORCHINDUCTOR_CACHE_DIR": str(scratch / "inductor"),
        "TORCHINDUCTOR_COMPILE_THREADS": "1",
        "TORCHINDUCTOR_FX_GRAPH_CACHE": "0",
        "TORCHINDUCTOR_AUTOGRAD_CACHE": "0",
    }
    return os.environ | own | fixed | caches


def _hold(process: int, threads: int, place: int) -> None:
    """Hold a process to as many cores as it has threads, where the system can.

    XLA has no setting for its number of threads: it asks for the cores.
    """
    if not hasattr(os, "sched_setaffinity"):
        return
    cores = sorted(os.sched_getaffinity(0))
    mine = {cores[(place + number) % len(cores)] for number in range(threads)}
    for thread in psutil.Process(process).threads():
        os.sched_setaffinity(thread.id, mine)
