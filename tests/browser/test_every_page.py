"""What holds for every page, and not only for one of each kind.

The kinds are looked at more closely, and on wide screens, in `test_every_kind.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS, SCROLLING_CODE_IS_FOCUSABLE
from tests.navigation import address_of, nav

OTHERS = [name for page in nav() if (name := address_of(page)) not in KINDS.values()]
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that depend on whether it is light or dark."""


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A phone 360 pixels wide that goes from page to page."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": 360, "height": 740},
        color_scheme="light",
        reduced_motion="reduce",
    )
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("where", OTHERS)
def test_a_page_fits_a_phone_and_axe_finds_nothing(phone: Page, where: str) -> None:
    """By every rule in light, and in dark by those that are about colours."""
    phone.emulate_media(color_scheme="light")
    phone.goto(where)
    # The theme makes code that scrolls focusable, a moment after it is loaded.
    phone.wait_for_function(SCROLLING_CODE_IS_FOCUSABLE)
    wide, seen = phone.evaluate(WIDTHS)
    assert wide <= seen
    light = Axe().run(phone)
    assert light.violations_count == 0, light.generate_report()
    phone.emulate_media(color_scheme="dark")
    body = phone.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    dark = Axe().run(phone, options=COLOURS)
    assert dark.violations_count == 0, dark.generate_report()
