"""What a process that was waited for has used, with all that it waited for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True)
class Used:
    """Seconds by the clock, seconds of the processors, and the most memory in MiB.

    Seconds of the processors depend little on what else the machine does.
    """

    clock: float
    processor: float
    memory: float


def measure(command: Sequence[str | Path], folder: Path, **environment: str) -> Used:
    """Run a command in a folder; exits with what it printed where it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=(said := (folder / ".said").open("w+")),
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    with said:
        said.seek(0)
        if process.returncode:
            sys.exit(f"{command} failed:\n{said.read()[-4000:]}")
    return Used(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / MIB)
