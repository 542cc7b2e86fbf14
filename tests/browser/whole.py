"""A page as a whole, also what is out of sight, and a pair's sides in it."""

from __future__ import annotations

from playwright.sync_api import Locator, Page

LAY_OUT_ALL = """
  for (const part of document.querySelectorAll(".pair, .rows-table tr")) {
    part.style.contentVisibility = "visible";
  }
"""
SCROLLING_CODE_IS_FOCUSABLE = """() =>
    [...document.querySelectorAll("pre > code")].every(
        (code) => code.scrollWidth <= code.clientWidth || code.tabIndex >= 0
    )
"""
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def lay_out(page: Page) -> None:
    """Lay out what is not in view as well, which pages leave for later.

    The theme looks whether code scrolls a moment after the page is loaded.
    """
    page.evaluate(LAY_OUT_ALL)
    page.wait_for_function(SCROLLING_CODE_IS_FOCUSABLE)


def assert_it_does_not_scroll_sideways(page: Page) -> None:
    """The document is no wider than the window; call `lay_out` before."""
    wide, seen = page.evaluate(WIDTHS)
    assert wide <= seen


def code_of(pair: Locator, side: str) -> Locator:
    """The first cell of one side of a pair."""
    return pair.locator(f".pair-cell.pair-{side} pre > code").first
