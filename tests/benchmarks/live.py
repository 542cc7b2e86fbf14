"""`python -m tests.benchmarks.live`: from saving a file to the open page.

Serves a copy of this checkout as `make serve` does, with its pages open in a headless
Chromium. Saves a snippet again and again, one side and then the other, each time
printing something new, and takes the time until the new output stands in the page.
Then the same with a sentence of the page. Reported are medians with the range.

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
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import Browser, sync_playwright

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.placement import placement

LEFT_OUT = {str(HERE): {".git", ".venv", "site", ".mypy_cache", ".ruff_cache"}}
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
TITLE = re.compile(r"^(# .*\n)", re.MULTILINE)
NOTHING: AbstractContextManager[None] = nullcontext()
# Playwright looks again only every half second, so the page says when it has changed.
WAITING = """said => { window.shown = new Promise((tell) => new MutationObserver(() => {
  if (document.querySelector("article").textContent.includes(said)) tell(true);
}).observe(document.querySelector("article"), { childList: true, subtree: true })); }"""
SHOWN = "() => window.shown"
IN_TEXT = """said => {
  if (!document.querySelector("article").textContent.includes(said)) throw Error(said);
}"""
PATIENCE = 300


def main(
    pairs: Annotated[
        list[str] | None, typer.Argument(help="Pairs to save, as topic/pair.")
    ] = None,
    rounds: int = 10,
    port: int = 8771,
) -> None:
    """Measure each pair, and the prose of its page, in a copy of this checkout."""
    names = pairs or ["debugging/line-by-line", "layers/batch-normalization"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Project(Path(folder) / "copy")
        ignored = lambda above, names: LEFT_OUT.get(above, set())  # noqa: E731
        shutil.copytree(HERE, project.root, ignore=ignored)
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        with serving(project.root, port) as address:
            for name in names:
                measure(project, browser, address, name, rounds)
        browser.close()


@contextmanager
def serving(root: Path, port: int) -> Iterator[str]:
    """The address of the copy, once it is served."""
    command = [sys.executable, "-m", "scripts", "serve", "--address"]
    server = subprocess.Popen(
        [*command, f"127.0.0.1:{port}"],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert server.stdout
    try:
        said = []
        for line in server.stdout:
            said.append(line)
            if "Serving on" in line:
                break
        else:
            sys.exit(f"bench-live: the server did not start\n{''.join(said)}")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate()


def measure(
    project: Project, browser: Browser, address: str, name: str, rounds: int
) -> None:
    """Save a pair and its page so often, and print what that took."""
    source = placement(project)[name]
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(address + source.removesuffix(".md") + "/")
    seen: dict[str, list[float]] = {"snippet": [], "prose": []}
    for kind in seen:
        for number in range(-2, rounds):  # the first ones wait for the runtimes
            said = f"saved {number} times"
            page.evaluate(WAITING, said)
            with page.expect_event("domcontentloaded") if kind == "prose" else NOTHING:
                began = save(project, name, kind, number, said)
            page.evaluate(SHOWN if kind == "snippet" else IN_TEXT, said)
            seen[kind].append(time.perf_counter() - began)
    page.close()
    tell(name, {kind: values[2:] for kind, values in seen.items()})


def save(project: Project, name: str, kind: str, number: int, said: str) -> float:
    """Save one side of a pair, or its page; the time when that was done."""
    if kind == "prose":
        path = project.root / "docs" / placement(project)[name]
        head, title, text = TITLE.split(path.read_text(), 1)
        text = re.sub(r"\n\nsaved -?\d+ times\n", "", text)
        path.write_text(f"{head}{title}\n\n{said}\n{text}", encoding="utf-8")
    else:
        (pair,) = find_pairs(project, [name])
        snippet = pair.snippets["keras" if number % 2 else "pytorch"]
        kept = re.sub(r'print\("saved -?\d+ times"\)\n', "", snippet.text)
        snippet.path.write_text(f'{kept}print("{said}")\n', encoding="utf-8")
    return time.perf_counter()


def tell(name: str, seen: dict[str, list[float]]) -> None:
    """Print the medians and ranges of a pair, and how busy the machine was."""
    load = os.getloadavg()[0]
    typer.echo(f"{name}: median (range) of {len(seen['snippet'])}, load {load:.1f}")
    for kind, values in seen.items():
        spread = f"({min(values):.3g} to {max(values):.3g})"
        told = f"{kind} saved to open page, s"
        typer.echo(f"  {told:30} {statistics.median(values):6.3g}  {spread}")


if __name__ == "__main__":
    typer.run(main)
