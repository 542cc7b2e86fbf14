"""What holds for every page, and not only for one of each kind.

The kinds are looked at more closely, and on wide screens, in `test_every_kind.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import open_context
from tests.browser.kinds import KINDS
from tests.browser.whole import (
    assert_axe_finds_nothing,
    assert_it_does_not_scroll_sideways,
    lay_out,
)
from tests.navigation import address_of, nav

SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}
OTHERS = [name for page in nav() if (name := address_of(page)) not in KINDS.values()]
NO_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that depend on whether it is light or dark."""
LEAVE_ONE_PAIR = """
  for (const pair of [...document.querySelectorAll(".pair")].slice(1)) {
    pair.hidden = true;
  }
"""


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A phone 360 pixels wide that goes from page to page."""
    context = open_context(
        browser,
        base_url=address,
        viewport={"width": 360, "height": 740},
        color_scheme="light",
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("where", OTHERS)
def test_a_page_fits_a_phone_and_axe_finds_nothing(phone: Page, where: str) -> None:
    """Colours in light and in dark, and of one pair of the page.

    Pairs come from one template, and the time that the colours take grows faster
    than the page.
    """
    phone.emulate_media(color_scheme="light")
    phone.goto(where)
    lay_out(phone)
    assert_it_does_not_scroll_sideways(phone)
    assert_axe_finds_nothing(phone, NO_COLOURS)
    phone.evaluate(LEAVE_ONE_PAIR)
    body = phone.locator("body")
    for scheme, shown in SCHEMES.items():
        phone.emulate_media(color_scheme=scheme)
        expect(body).to_have_attribute("data-md-color-scheme", shown)
        assert_axe_finds_nothing(phone, COLOURS)
