"""`python -m tests.benchmarks.filter`: how long a letter takes.

The built dictionary in headless Chromium, its rows repeated up to a thousand. For each
of some words as it is typed, letter by letter: the time from the event until the first
rows have come or gone and all is laid out, and the same for each frame after it, with
how many there are. Each has to fit into 16 ms. Needs `make site`.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
from itertools import chain, cycle, islice
from typing import Any

import typer
from playwright.sync_api import Page, Route, sync_playwright

from scripts.core.project import HERE
from tests.benchmarks.host import served
from tests.benchmarks.site import CHROMES

ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
BODY = re.compile(r"(<tbody>)(.*?)(</tbody>)", re.DOTALL)
WORDS = ("batchnorm", "torch.nn", "adam", "mask", "zzz")
FRAME = 16
VIEWS = {"desktop": (1280, 900), "phone": (360, 740)}
TYPE = """async word => {
  const field = document.querySelector(".table-filter").elements.find;
  const answered = [], further = [], frames = [];
  const timed = change => {
    document.body.getBoundingClientRect();
    const began = performance.now();
    change();
    document.body.getBoundingClientRect();
    return performance.now() - began;
  };
  const due = [];
  window.requestAnimationFrame = change => due.push(change);
  window.cancelAnimationFrame = () => due.splice(0);
  for (let end = 0; end <= word.length; end++) {
    field.value = word.slice(0, end);
    const event = new Event("input", { bubbles: true });
    answered.push(timed(() => field.dispatchEvent(event)));
    const before = further.length;
    while (due.length) further.push(timed(due.shift()));
    frames.push(1 + further.length - before);
  }
  return [answered, further, frames];
}"""


def main(rows: int = 1000, rounds: int = 5, port: int = 8772) -> None:
    """Print the median and the longest time of each view."""
    chrome = os.environ.get("CHROMIUM") or next(filter(shutil.which, CHROMES))
    with served(HERE / "site", port) as address, sync_playwright() as browsers:
        browser = browsers.chromium.launch(
            executable_path=shutil.which(chrome), args=["--no-sandbox"]
        )
        for name, (width, height) in VIEWS.items():
            page = browser.new_page(viewport={"width": width, "height": height})
            page.route("**/dictionary/", lambda route: _repeat(route, rows))
            page.goto(f"{address}dictionary/")
            _tell(name, page, [_typed(page) for _ in range(rounds)])


def _repeat(route: Route, rows: int) -> None:
    """Answer with the page whose table has so many rows."""
    answer = route.fetch()

    def repeated(found: re.Match[str]) -> str:
        return found[1] + "".join(islice(cycle(ROW.findall(found[2])), rows)) + found[3]

    route.fulfill(response=answer, body=BODY.sub(repeated, answer.text(), count=1))


def _typed(page: Page) -> list[tuple[list[float], ...]]:
    return [page.evaluate(TYPE, word) for word in WORDS]


def _tell(name: str, page: Page, rounds: list[Any]) -> None:
    words = [word for each in rounds for word in each]
    parts = (list(chain(*part)) for part in zip(*words, strict=True))
    answered, further, frames = parts
    count = page.locator(".filter-count").inner_text()
    typer.echo(f"{name:8} {count}")
    typer.echo(f"  {len(answered)} letters: {_summary(answered)}")
    typer.echo(f"  {len(further)} frames after it: {_summary(further)}")
    median = statistics.median(frames)
    typer.echo(f"  frames for a letter: median {median:.0f}, most {max(frames)}")


def _summary(took: list[float]) -> str:
    late = sum(ms > FRAME for ms in took)
    median = f"median {statistics.median(took):.1f} ms, longest {max(took):.1f} ms"
    return f"{median}, {late} over {FRAME} ms"


if __name__ == "__main__":
    typer.run(main)
