"""Builds that are killed, of a small project that changes between two states."""

from __future__ import annotations

import itertools
import math
import multiprocessing
import os
import shutil
import signal
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from pkgutil import walk_packages

import psutil

import scripts.build
import scripts.pages
from scripts.cli.main import main
from scripts.core.project import Project
from tests.repository import SNIPPET, TOML

RUNTIMES = """
[pytorch]
side = "pytorch"

[keras-torch]
side = "keras"
after = "pytorch"
"""
CHANGES = "# Changelog\n\n## 2026-01-31\n\nFor readers:\n\n- {}.\n"
STUDY = '# %% [markdown]\n# # A study\n\n# %%\nprint("{}")\n'
STATES = ("one", "other")
COUNTED = "writes"
MADE = ("results", "build", "docs/downloads", "docs/data", "docs/notebooks")
FORKS = multiprocessing.get_context("forkserver")
# What builds import, so that none of them does so once more.
PRELOADED = [
    module.name
    for room in (scripts.build, scripts.pages)
    for module in walk_packages(room.__path__, f"{room.__name__}.")
]
FORKS.set_forkserver_preload([*PRELOADED, "scripts.cli.progress", "tests.killing"])
Files = dict[str, bytes]


def build(root: str, writes: float = math.inf) -> None:
    """`python -m scripts run` in a process group of its own, and silently.

    With `writes` it kills the group itself while it writes the file after these; else
    it notes how many there were. What was written outlives a kill without reaching the
    disk, so nothing waits for that.
    """
    os.setsid()
    count = itertools.count()

    def fatal(handle: int) -> None:
        if next(count) >= writes:
            os.killpg(0, signal.SIGKILL)

    os.fsync = fatal  # type: ignore[assignment]
    sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    code = main(["run", "--project", root])
    Path(root, COUNTED).write_text(str(next(count)))
    os._exit(code)


@dataclass
class Changing:
    """A project whose files are in one of two states, and its whole builds.

    `whole` holds, for each state, every file that an undisturbed build leaves;
    `seconds` how long a build took and `writes` how many files it wrote, by whether
    it has to run snippets.
    """

    root: Path
    whole: dict[str, Files] = field(default_factory=dict)
    seconds: dict[bool, float] = field(default_factory=dict)
    writes: dict[bool, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (self.root / "snippets").mkdir(parents=True, exist_ok=True)
        (self.root / "snippets" / "runtimes.toml").write_text(RUNTIMES)
        for cold in (True, False):
            for state in STATES:
                self.become(state, cold)
                began = time.monotonic()
                assert self.finish() == 0
                self.seconds[cold] = time.monotonic() - began
                self.writes[cold] = int((self.root / COUNTED).read_text())
                self.whole[state] = self.made()

    def become(self, state: str, cold: bool) -> None:
        """Save files as a person would; with `cold`, forget what has been run.

        But not the list of fonts, which nothing here needs and which takes longest.
        """
        if cold:
            for kept in (self.root / ".cache").glob("[!m]*"):
                shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
        self._write("snippets/topic/always", SNIPPET.replace("done", state))
        if state == "one":
            self._write("snippets/topic/sometimes", SNIPPET)
        else:
            shutil.rmtree(self.root / "snippets/topic/sometimes", ignore_errors=True)
        (self.root / "CHANGELOG.md").write_text(CHANGES.format(state))
        study = self.root / "docs/notebooks/study.py"
        study.parent.mkdir(parents=True, exist_ok=True)
        study.write_text(STUDY.format(state))

    def _write(self, name: str, text: str) -> None:
        folder = self.root / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pair.toml").write_text(TOML)
        for side in ("pytorch", "keras"):
            (folder / f"in_{side}.py").write_text(text.lstrip())

    def finish(self) -> int:
        """Build undisturbed; the exit code."""
        process = FORKS.Process(target=build, args=(str(self.root),))
        process.start()
        process.join()
        return process.exitcode or 0

    def kill_writing(self, writes: int) -> bool:
        """Build, and kill it in the write after so many; whether there was one."""
        process = FORKS.Process(target=build, args=(str(self.root), writes))
        process.start()
        process.join()
        return process.exitcode == -signal.SIGKILL

    def kill(self, seconds: float) -> bool:
        """Build, and kill it after so long; whether it was still at work.

        The moment is what is tested and waits for nothing. The runtimes' parents
        are in groups of their own, and have to notice by themselves.
        """
        process = FORKS.Process(target=build, args=(str(self.root),))
        process.start()
        process.join(seconds)
        try:
            left = psutil.Process(process.pid).children(recursive=True)
            _kill_group(process.pid or 0)
        except (ProcessLookupError, psutil.NoSuchProcess):
            left = []
        process.join()
        assert psutil.wait_procs(left, timeout=600)[1] == []
        return process.exitcode == -signal.SIGKILL

    def made(self) -> Files:
        """Every file that builds make, whatever its name."""
        found = [p for top in MADE for p in (self.root / top).rglob("*") if p.is_file()]
        shown = {Project(self.root).show(p): p for p in found if p.suffix != ".py"}
        return {name: path.read_bytes() for name, path in shown.items()}


def _kill_group(pid: int) -> None:
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has not made its group yet
        os.kill(pid, signal.SIGKILL)
