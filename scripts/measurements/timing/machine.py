"""What the machine is, and what is installed on it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import psutil

from scripts.core.markup import slug
from scripts.core.project import HERE
from scripts.measurements.benchmarks import Machine, Session
from scripts.measurements.timing.statistics import CONFIDENCE

PACKAGES = ("torch", "keras", "jax", "jaxlib", "tensorflow-cpu", "tensorflow", "numpy")


def describe_machine(name: str, device: str) -> Machine:
    """What this machine is, under `name` or one made of its processor and cores."""
    processor, cores = _processor(), os.cpu_count() or 1
    return Machine(
        name=name or slug(f"{processor} {cores} cores"),
        processor=processor,
        cores=cores,
        memory=psutil.virtual_memory().total,
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        device=processor if device == "cpu" else device,
    )


def describe_session(threads: int, rounds: int) -> Session:
    """Today, this commit and these versions."""
    return Session(
        date=datetime.now(UTC).date().isoformat(),
        commit=_commit(),
        threads=threads,
        rounds=rounds,
        confidence=CONFIDENCE,
        python=platform.python_version(),
        versions={name: found for name in PACKAGES if (found := _version(name))},
    )


def _processor() -> str:
    """The name of the processor, as its maker writes it."""
    if sys.platform == "darwin":
        return _output(["sysctl", "-n", "machdep.cpu.brand_string"])
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.exists() else []
    names = [line.partition(":")[2] for line in lines if line.startswith("model name")]
    found = " ".join([*names, platform.processor()][0].split())
    return found or platform.machine()


def _commit() -> str:
    """The commit, with `-dirty` where something that is tracked was changed."""
    command = ["git", "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
    return _output(command) or "unknown"


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, cwd=HERE, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        return ""
    return done.stdout.strip()


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
