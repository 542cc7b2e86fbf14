"""`python -m tests.benchmarks.live`: from saving a snippet to its page.

Serves a copy of this checkout as `make serve` does, saves a snippet again and again,
one side and then the other, each time printing something new, and takes the time
until the browser would show it: until the server has told the browser to reload, and
has served the page with the new output. A second time is that until every page is up
to date again. Reported are medians with the range.

The first pair runs on PyTorch and on Keras with torch; the second on every backend.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated
from urllib.request import urlopen

import typer

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.placement import placement

LEFT_OUT = (".git", ".venv", "site", "__pycache__", ".*_cache")
EPOCH = re.compile(r"livereload\((\d+), (\d+)\);")
LAST = "status/"  # a page that is built after those that show the pair
PATIENCE = 300


def main(
    pairs: Annotated[
        list[str] | None, typer.Argument(help="Pairs to save, as topic/pair.")
    ] = None,
    rounds: int = 10,
    port: int = 8771,
) -> None:
    """Measure each pair in a copy of this checkout."""
    names = pairs or ["debugging/line-by-line", "layers/batch-normalization"]
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder) / "copy")
        shutil.copytree(HERE, project.root, ignore=shutil.ignore_patterns(*LEFT_OUT))
        with serving(project.root, port) as address:
            for name in names:
                tell(name, [measure(project, address, name, n) for n in range(rounds)])


@contextmanager
def serving(root: Path, port: int) -> Iterator[str]:
    """The address of the copy, once its first page is there."""
    mkdocs = Path(sys.executable).with_name("mkdocs")
    command: list[str | Path] = [
        mkdocs,
        "serve",
        "--no-strict",
        "--dev-addr",
        f"127.0.0.1:{port}",
    ]
    environment = os.environ | {"LIVE": "1", "NO_MKDOCS_2_WARNING": "1"}
    with (root / "serve.log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=root, env=environment, stdout=log, stderr=log
        )
    address = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.send_signal(signal.SIGINT)
        server.wait()


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < until:
        try:
            get(address)
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("bench-live: the server did not start; is its port in use?")


def get(address: str) -> str:
    """What is served at an address, as text."""
    with urlopen(address, timeout=PATIENCE) as answer:
        return str(answer.read().decode())


def measure(project: Project, address: str, name: str, number: int) -> list[float]:
    """Seconds until the page shows what was saved, and until all pages do."""
    page = address + placement(project)[name].removesuffix(".md") + "/"
    said = f"saved {number} times"
    found = EPOCH.search(get(page))
    assert found, "the page does not reload by itself"
    epoch, request = found.groups()
    with ThreadPoolExecutor(1) as pool:
        polled = pool.submit(get, f"{address}livereload/{epoch}/{request}")
        began = save(project, name, number, said)
        assert int(polled.result()) > int(epoch), "nothing was built"
        assert said in get(page), f"{page} does not show what was saved"
        shown = time.perf_counter() - began
    get(address + LAST)
    return [shown, time.perf_counter() - began]


def save(project: Project, name: str, number: int, said: str) -> float:
    """Save one side of a pair, printing something new; the time when that was done."""
    (pair,) = find_pairs(project, [name])
    snippet = pair.snippets["keras" if number % 2 else "pytorch"]
    kept = re.sub(r'print\("saved \d+ times"\)\n', "", snippet.text)
    snippet.path.write_text(f'{kept}print("{said}")\n', encoding="utf-8")
    return time.perf_counter()


def tell(name: str, seen: list[list[float]]) -> None:
    """Print the medians and ranges of a pair."""
    typer.echo(f"{name}, {len(seen)} saves: median (range)")
    words = ("saved to refreshed page, s", "saved to every page, s")
    for told, values in zip(words, zip(*seen, strict=True), strict=True):
        spread = f"({min(values):.3g} to {max(values):.3g})"
        typer.echo(f"  {told:30} {statistics.median(values):6.3g}  {spread}")


if __name__ == "__main__":
    typer.run(main)
