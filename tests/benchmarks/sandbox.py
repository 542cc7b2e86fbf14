"""`python -m tests.benchmarks.sandbox`: what the sandbox costs, side by side with none.

Every round makes all runs of the named pairs or topics afresh, once with the sandbox
and once without, in an order that changes from round to round. Reported are
medians with the range, and the ratio taken within a round.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated

import typer

from scripts.core.project import HERE

COPIED = (
    "snippets",
    "results",
    "requirements",
    "docs",
    "CHANGELOG.md",
)
SANDBOX_MODES = ("required", "off")


def main(
    pairs: Annotated[list[str], typer.Argument(help="Pairs or topics.")],
    rounds: int = 5,
) -> None:
    """Measure runs of these pairs in a copy of this checkout."""
    seen: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        _copy(Path(folder))
        _seconds(Path(folder), pairs, "off")  # fills the caches of the disk
        for number in range(rounds):
            typer.echo(f"round {number + 1} of {rounds}", err=True)
            modes = SANDBOX_MODES if number % 2 else SANDBOX_MODES[::-1]
            took = {mode: _seconds(Path(folder), pairs, mode) for mode in modes}
            seen.setdefault("with the sandbox, s", []).append(took["required"])
            seen.setdefault("without, s", []).append(took["off"])
            ratio = took["required"] / took["off"]
            seen.setdefault("with / without", []).append(ratio)
    for name, values in seen.items():
        spread = f"({min(values):.3g} to {max(values):.3g})"
        typer.echo(f"{name:20} {statistics.median(values):8.3g}  {spread}")


def _copy(folder: Path) -> None:
    for name in COPIED:
        source = HERE / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, folder / name)


def _seconds(folder: Path, pairs: list[str], mode: str) -> float:
    command = [sys.executable, "-m", "scripts", "run", "--force", *pairs]
    began = time.perf_counter()
    subprocess.run(
        [*command, "--project", str(folder)],
        cwd=HERE,
        env=os.environ | {"SANDBOX": mode},
        check=True,
        capture_output=True,
    )
    return time.perf_counter() - began


if __name__ == "__main__":
    typer.run(main)
