"""The parents of the runtimes as the runner holds them: start, ask, end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path

import msgspec

from scripts.core.project import HERE, Project
from scripts.corpus.runtimes import Runtime
from scripts.execution.messages import Outcome, Parent, Request
from scripts.execution.sandbox import sandboxed, use_sandbox

THREADS = ("OMP", "MKL", "OPENBLAS", "NUMEXPR", "VECLIB_MAXIMUM")
LAST_WORDS = 5
LONGEST = 64 * 1024 * 1024
PASSED_ON = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


class WorkerPool:
    """The running parents of some runtimes, a context manager.

    A parent answers `ready` once it has imported what its runtime needs, or
    says what is missing. With `preload=False` it imports nothing, so that
    each run is as good as in a process of its own; with `many=False` only what
    every run needs. What is in the folder `overlay` is imported before what is
    installed.
    """

    def __init__(
        self,
        project: Project,
        runtimes: dict[str, Runtime],
        *,
        preload: bool = True,
        many: bool = True,
        overlay: Path | None = None,
        hash_seed: str = "0",
    ) -> None:
        self.sandboxed, self.overlay = use_sandbox(), overlay
        self.hash_seed = hash_seed
        self.home = tempfile.mkdtemp(prefix="runtimes-")
        self.connections: dict[str, Connection] = {}
        self.ready: set[str] = set()
        self.missing: dict[str, str] = {}
        # What frameworks print at import, shown only where a parent fails.
        self.said = tempfile.TemporaryFile()  # noqa: SIM115
        self.processes: list[subprocess.Popen[bytes]] = []
        if self.sandboxed and _draws(runtimes):
            self._list_fonts(project)
        parents = self._parents(runtimes, preload, many)
        for first in [p for p in parents if not p.after]:
            self._start(project, _family(first, parents))
        for parent in parents:
            os.close(parent.socket)

    def _parents(
        self, runtimes: dict[str, Runtime], preload: bool, many: bool
    ) -> list[Parent]:
        parents = []
        for name, runtime in runtimes.items():
            ours, theirs = socket.socketpair()
            self.connections[name] = Connection(ours.detach())
            parents.append(
                Parent(
                    name,
                    theirs.detach(),
                    runtime.environment,
                    runtime.modules(many=many) if preload else [],
                    runtime.hidden,
                    runtime.after if preload else "",
                )
            )
        return parents

    def _start(self, project: Project, family: list[Parent]) -> None:
        command = [sys.executable, "-m", "scripts.execution.child.fork_server"]
        command.append(msgspec.json.encode(family).decode())
        environment = self._environment(project)
        if self.sandboxed:
            command = [*sandboxed(project, environment), *command, "sandboxed"]
        self.processes.append(
            subprocess.Popen(
                command,
                cwd=HERE,
                env={} if self.sandboxed else environment,
                stdin=subprocess.DEVNULL,
                stderr=self.said,
                pass_fds=[parent.socket for parent in family],
                start_new_session=True,
            )
        )

    def _environment(self, project: Project) -> dict[str, str]:
        """The same on every machine, but for folders: nothing of the caller's."""
        plots = project.cache / "matplotlib"
        plots.mkdir(parents=True, exist_ok=True)
        return {
            "PATH": os.defpath,
            "HOME": self.home,
            "TMPDIR": self.home,
            "MPLCONFIGDIR": str(plots),
            "MPLBACKEND": "Agg",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "PYTHONHASHSEED": self.hash_seed,
            "CUDA_VISIBLE_DEVICES": "",
            **{f"{name}_NUM_THREADS": "1" for name in THREADS},
            **{k: v for k in PASSED_ON if (v := os.environ.get(k))},
            **({"PYTHONPATH": str(self.overlay)} if self.overlay else {}),
        }

    def _list_fonts(self, project: Project) -> None:
        """Have Matplotlib list the fonts once: in the sandbox it keeps nothing."""
        if not any((project.cache / "matplotlib").glob("fontlist-*")):
            command = [sys.executable, "-c", "import matplotlib.font_manager"]
            environment = self._environment(project)
            subprocess.run(command, env=environment, check=False, stderr=self.said)

    def submit(self, name: str, request: Request) -> None:
        """Have the runtime `name` run `request`; `outcomes` brings how it ended."""
        self.connections[name].send_bytes(msgspec.json.encode(request))

    def outcomes(self) -> Iterator[Outcome]:
        """Wait until a parent says something; the outcomes among that."""
        for connection in wait(list(self.connections.values())):
            name = next(n for n, c in self.connections.items() if c is connection)
            try:
                message = self.connections[name].recv_bytes(LONGEST)
            except (EOFError, OSError):
                self._lose(name, f"the parent of {name} has ended{self._last_words()}")
                continue
            if name in self.ready:
                yield msgspec.json.decode(message, type=Outcome)
            elif message:
                self._lose(name, message.decode())
            else:
                self.ready.add(name)

    def _lose(self, name: str, why: str) -> None:
        self.connections.pop(name).close()
        self.ready.discard(name)
        self.missing[name] = why

    def _last_words(self) -> str:
        self.said.seek(0)
        lines = self.said.read().decode("utf-8", "replace").splitlines()
        return "".join(f"\n    {line}" for line in lines[-LAST_WORDS:])

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(self, *_: object) -> None:
        """End every parent, and with it what it still runs."""
        for connection in self.connections.values():
            connection.close()
        for process in self.processes:
            process.wait()
        self.said.close()
        shutil.rmtree(self.home, ignore_errors=True)


def _draws(runtimes: dict[str, Runtime]) -> bool:
    return any("matplotlib.pyplot" in r.modules() for r in runtimes.values())


def _family(first: Parent, parents: list[Parent]) -> list[Parent]:
    """`first` and all that are forked after it, in the order of `parents`."""
    names = {first.name}
    for parent in parents:
        if parent.after in names:
            names.add(parent.name)
    return [parent for parent in parents if parent.name in names]
