"""`python -m scripts.measurements.timing.worker mlp keras-jax-fit`: one rung.

Keras reads its backend when it is imported, so a rung is a process. It is
started once and asked over a pipe for one round after another.
"""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

import msgspec

from scripts.core.project import HERE, Project
from scripts.corpus.runtimes import read_runtimes
from scripts.execution.child.fork_server import hide
from scripts.measurements.ladder import LADDER, Rung
from scripts.measurements.timing.messages import Prepared, Reply, Request
from scripts.measurements.timing.workloads.numbers import Size

WARM_ROUNDS = 3


def main(workload: str, name: str) -> None:
    """Serve rounds of a workload until the pipe closes."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a framework prints must not reach the pipe
    rung = LADDER[name]
    hide(read_runtimes(Project(HERE))[rung.runtime].hidden)
    server = Server(rung, workload)
    _reply(replies, server, Request("import_framework"))
    for line in sys.stdin.buffer:
        _reply(replies, server, msgspec.json.decode(line, type=Request))


def _reply(replies: BinaryIO, server: Server, request: Request) -> None:
    """Write what a method gives, or its error."""
    try:
        reply = Reply(getattr(server, request.method)(*request.arguments))
    except Exception as error:
        reply = Reply(error=f"{type(error).__name__}: {' '.join(str(error).split())}")
    replies.write(msgspec.json.encode(reply) + b"\n")
    replies.flush()


class Server:
    """Makes what it is asked for, and times it."""

    def __init__(self, rung: Rung, workload: str) -> None:
        self.rung, self.workload = rung, workload
        self.round: Callable[[], float] = lambda: 0.0

    def import_framework(self) -> str:
        """Import what the rung needs; the device that it computes on."""
        runtime = self.rung.runtime
        if runtime != "pytorch":
            importlib.import_module("keras")
        if runtime == "keras-jax":
            return str(importlib.import_module("jax").devices()[0])
        if runtime == "keras-tensorflow":
            tensorflow = importlib.import_module("tensorflow")
            devices = tensorflow.config.list_logical_devices()
            return str(devices[-1].device_type).lower()
        torch = importlib.import_module("torch")
        return torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu"

    def prepare(self, batch: int, steps: int) -> Prepared:
        """A new model, its first step and its warm-up."""
        size = Size(batch, steps)
        # Imported here, since what it imports is importable only after `main`.
        from scripts.measurements.timing.drivers import make_driver

        began = time.perf_counter()
        driver = make_driver(self.rung, self.workload, size)
        stepping = time.perf_counter()
        losses = [driver.first()]
        first_step = time.perf_counter() - stepping
        losses += [driver.round() for _ in range(WARM_ROUNDS)]
        warm_up = time.perf_counter() - began
        self.round = driver.round
        # Of a model that is not trained yet, made now so that it warms nothing up.
        new = make_driver(self.rung, self.workload, size)
        outputs = [float(number) for number in new.outputs().ravel()]
        return Prepared(first_step, warm_up, losses, outputs)

    def time_round(self) -> float:
        """Seconds of a round, with the garbage of earlier ones collected."""
        gc.collect()
        began = time.perf_counter()
        self.round()
        return time.perf_counter() - began

    def peak_memory(self) -> int:
        """The most memory that this process held, in bytes."""
        if sys.platform == "win32":
            psutil = importlib.import_module("psutil")
            return int(psutil.Process().memory_info().peak_wset)
        resource = importlib.import_module("resource")
        peak = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        return peak if sys.platform == "darwin" else peak * 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
