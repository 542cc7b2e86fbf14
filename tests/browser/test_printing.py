"""What a reader gets on paper: A4 with its margins, from a light or a dark screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from tests.browser.conftest import close_pages, open_context, open_page
from tests.browser.kinds import KINDS
from tests.browser.whole import code_of

PAPER: ViewportSize = {"width": 718, "height": 1046}  # pixels within margins of 1 cm
PRINTED = ["article", "ledger", "dictionary", "reference", "study", "measured"]
CUT_OFF = """() =>
  [...document.querySelectorAll("article *")]
    .filter((box) => box.getClientRects().length && box.closest("svg") === null)
    .filter((box) => getComputedStyle(box).overflowX !== "visible")
    .filter((box) => box.clientWidth && box.scrollWidth > box.clientWidth + 1)
    .filter((box) => getComputedStyle(box).position !== "absolute")
    .map((box) => box.outerHTML.slice(0, 120))
"""
BEYOND = """() =>
  [...document.querySelectorAll("article pre, article table, article p, article svg")]
    .filter((box) => box.getClientRects().length)
    .filter((box) => box.getBoundingClientRect().right > innerWidth + 1)
    .map((box) => box.outerHTML.slice(0, 120))
"""
BRIGHTNESS = """(box) => {
  const parse = (colour) => {
    const shown = document.createElement("canvas").getContext("2d");
    shown.fillStyle = colour;
    shown.fillRect(0, 0, 1, 1);
    return [...shown.getImageData(0, 0, 1, 1).data];
  };
  const light = ([red, green, blue]) => (red + green + blue) / 765;
  let under = box;
  while (under && parse(getComputedStyle(under).backgroundColor)[3] < 255) {
    under = under.parentElement;
  }
  const paper = under ? getComputedStyle(under).backgroundColor : "white";
  return [light(parse(getComputedStyle(box).color)), light(parse(paper))];
}"""


@pytest.fixture(scope="module", params=["light", "dark"])
def printing(browser: Browser, address: str, request: Any) -> Iterator[BrowserContext]:
    """A reader of a light or dark screen who prints."""
    context = open_context(
        browser, base_url=address, viewport=PAPER, color_scheme=request.param
    )
    yield context
    context.close()


@pytest.fixture
def paper(printing: BrowserContext, address: str) -> Iterator[Page]:
    """What that reader prints."""
    page = open_page(printing, address)
    page.emulate_media(media="print")
    yield page
    close_pages(printing)


@pytest.mark.parametrize("kind", PRINTED)
def test_nothing_is_cut_off_and_nothing_runs_off_the_paper(
    paper: Page, kind: str
) -> None:
    paper.goto(KINDS[kind])
    assert paper.evaluate(CUT_OFF) == []
    assert paper.evaluate(BEYOND) == []


@pytest.mark.parametrize("kind", PRINTED)
def test_what_is_for_a_screen_is_not_printed(paper: Page, kind: str) -> None:
    paper.goto(KINDS[kind])
    expect(paper.get_by_role("heading", level=1)).to_be_visible()
    for what in ("header", "nav", ".md-sidebar", ".choices", ".table-filter", "button"):
        for box in paper.locator(what).all():
            expect(box).to_be_hidden()


def test_both_sides_of_a_pair_are_printed_dark_on_light(paper: Page) -> None:
    paper.goto(KINDS["article"])
    pairs = paper.locator(".pair").all()
    assert pairs
    for pair in pairs:
        for side in ("pytorch", "keras"):
            code = code_of(pair, side)
            expect(code).to_be_visible()
            ink, under = code.evaluate(BRIGHTNESS)
            assert ink < 0.5 < 0.85 < under, (side, ink, under)
        expect(pair.locator(".pair-certificate")).to_be_visible()


def test_only_the_side_that_was_chosen_is_printed(paper: Page) -> None:
    paper.goto(f"{KINDS['article']}?show=keras")
    expect(paper.locator(".pair-cell.pair-keras").first).to_be_visible()
    expect(paper.locator(".pair-cell.pair-pytorch").first).to_be_hidden()
