"""A page as a whole, also what is out of sight, and a pair's sides in it."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
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


def assert_axe_finds_nothing(page: Page, rules: dict[str, Any] | None = None) -> None:
    """Fails with what axe tells about each element that breaks a rule.

    Not about those that keep to one, which takes longer than to apply the rules.
    """
    options = {"resultTypes": ["violations"]} | (rules or {})
    found = Axe().run(page, options=options)
    assert found.violations_count == 0, found.generate_report()


def code_of(pair: Locator, side: str) -> Locator:
    """The first cell of one side of a pair."""
    return pair.locator(f".pair-cell.pair-{side} pre > code").first
