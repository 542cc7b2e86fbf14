"""The two processes beside the server, as the server sees them: asked, and ended."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from pathlib import Path
from typing import NamedTuple

import msgspec
import psutil

from scripts.core.project import HERE, Project
from scripts.site.preview.worker import PROGRAM, Answer, Reported

PATIENCE = 5.0  # seconds in which a process ends by itself
LONGEST = 64 * 1024 * 1024
WORDS = 20  # lines that are shown of what a build complains of
LATER = "10"  # how nice a build is that nobody waits for


class Worker:
    """The process that keeps the runtimes; started again where it has ended."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.process: Process | None = None

    async def ask(self, pairs: list[str]) -> Answer:
        """Have it bring pairs up to date, or everything where none is named.

        Where it was ended meanwhile, a new one is asked the same, once.
        """
        for _ in range(2):
            process = await self._running()
            if line := await _answer(process, " ".join(pairs)):
                return msgspec.json.decode(line, type=Answer)
            await process.wait()
        text = f"{PROGRAM}: has ended unexpectedly; look above, then save once more"
        return Answer(0, [Reported(PROGRAM, text)])

    async def _running(self) -> Process:
        if self.process is None or self.process.returncode is not None:
            command = ["scripts.site.preview.worker", str(self.project.root)]
            self.process = await _started(command, stdin=PIPE)
        return self.process

    async def close(self) -> None:
        """End it, and with it the parents of the runtimes."""
        await _end(self.process)


class Built(NamedTuple):
    """A site, if it could be built, and the lines in which the builder complains."""

    folder: Path | None
    complaints: list[str]


class WholeBuild:
    """Builds of the site in a process of its own, each into a new folder."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.process: Process | None = None
        self.count, self.folders = 0, project.cache / "preview"
        self._sweep()

    async def run(self, *, hurry: bool) -> Built | None:
        """Build the site, at once or while others go first; None where it was ended."""
        self.count += 1
        folder = self.folders / f"{os.getpid()}-{self.count}"
        command = ["scripts.site.preview.whole_build", str(self.project.root)]
        command += [str(folder), "0" if hurry else LATER]
        self.process = await _started(command, stderr=STDOUT)
        said, _ = await self.process.communicate()
        code, complaints = self.process.returncode, _complaints(said.decode())
        if code != 0:
            shutil.rmtree(folder, ignore_errors=True)
        if code == -signal.SIGTERM:
            return None
        return Built(folder if code == 0 else None, complaints)

    def cancel(self) -> None:
        """End the build that runs, if one does: something more urgent was saved."""
        _signal(self.process, signal.SIGTERM)

    async def close(self) -> None:
        """End what runs, and remove what was built."""
        await _end(self.process)
        for folder in self.folders.glob(f"{os.getpid()}-*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _sweep(self) -> None:
        """Remove what servers left behind that were killed."""
        for folder in self.folders.glob("*-*"):
            if not psutil.pid_exists(int(folder.name.partition("-")[0])):
                shutil.rmtree(folder, ignore_errors=True)


async def _started(
    command: list[str], stdin: int | None = None, stderr: int | None = None
) -> Process:
    """A module of this program as a process that no Ctrl-C reaches, and its output."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *command),
        stdin=stdin,
        stdout=PIPE,
        stderr=stderr,
        env=os.environ | {"PYTHONPATH": _path()},
        limit=LONGEST,
        start_new_session=True,
    )


def _path() -> str:
    """Where to import from: this program first, wherever the server was started."""
    more = os.environ.get("PYTHONPATH")
    return f"{HERE}{os.pathsep}{more}" if more else str(HERE)


async def _answer(process: Process, line: str) -> bytes:
    """The line that answers `line`; nothing where the process has ended."""
    assert process.stdin
    assert process.stdout
    with contextlib.suppress(ConnectionError):
        process.stdin.write(f"{line}\n".encode())
        await process.stdin.drain()
        return await process.stdout.readline()
    return b""


def _signal(process: Process | None, number: signal.Signals) -> None:
    """Signal a process and all that it started, where it still runs."""
    if process is not None and process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)


async def _end(process: Process | None) -> None:
    if process is None or process.returncode is not None:
        return
    _signal(process, signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), PATIENCE)
    except TimeoutError:
        _signal(process, signal.SIGKILL)
        await process.wait()


def _complaints(said: str) -> list[str]:
    """What a failed build said, without what it always says."""
    lines = [line for line in said.splitlines() if line.strip()]
    return [line for line in lines if not line.startswith("INFO")][-WORDS:]
