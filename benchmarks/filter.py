"""`python -m benchmarks.filter`: how long the dictionary takes to answer a letter.

The built dictionary in headless Chromium, its rows repeated up to a thousand. For each
of some words as it is typed, letter by letter: the time from the event until the
answer is laid out, and that of the longest frame in which more rows come back, out of
sight. Each has to fit into a frame of 16 ms. Needs `make site`.
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

from benchmarks.host import served
from benchmarks.site import CHROMES
from scripts.project import HERE

ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
BODY = re.compile(r"(<tbody>)(.*?)(</tbody>)", re.DOTALL)
WORDS = ("batchnorm", "torch.nn", "adam", "mask", "zzz")
VIEWS = {"desktop": (1280, 900), "phone": (360, 740)}
TYPE = """async word => {
  const field = document.querySelector(".table-filter").elements.find;
  const answered = [], further = [];
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
    while (due.length) further.push(timed(due.shift()));
  }
  return [answered, further];
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


def _typed(page: Page) -> list[tuple[list[float], list[float]]]:
    return [page.evaluate(TYPE, word) for word in WORDS]


def _tell(name: str, page: Page, rounds: list[Any]) -> None:
    words = [word for each in rounds for word in each]
    answered, further = (list(chain(*part)) for part in zip(*words, strict=True))
    count = page.locator(".filter-count").inner_text()
    typer.echo(f"{name:8} {count}")
    typer.echo(f"  {len(answered)} letters: {_summary(answered)}")
    typer.echo(f"  {len(further)} frames with more rows: {_summary(further)}")


def _summary(took: list[float]) -> str:
    return f"median {statistics.median(took):.1f} ms, longest {max(took):.1f} ms"


if __name__ == "__main__":
    typer.run(main)
