"""The site as a folder, opened from the disk: no server, no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.conftest import open_context

pytestmark = pytest.mark.xdist_group("offline")  # one process builds and reads it


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Page]:
    """The first page, opened as a file; whatever is wrong or foreign fails."""
    context = open_context(
        browser, viewport={"width": 1366, "height": 768}, reduced_motion="reduce"
    )
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.extend(failed(request)))
    page.on("request", lambda request: wrong.extend(foreign(request.url)))
    page.goto((folder / "index.html").as_uri())
    yield page
    context.close()
    assert wrong == []


def foreign(address: str) -> list[str]:
    """The address, if it is neither in the folder nor in the page itself."""
    return [] if address.startswith(("file:", "data:")) else [address]


def failed(request: Request) -> list[str]:
    """A request that failed; one that a left page gave up did not."""
    given_up = "ERR_ABORTED" in (request.failure or "")
    return [] if given_up else [f"failed: {request.url}"]


def test_the_pages_have_their_style_and_scripts(opened: Page) -> None:
    styled = "() => getComputedStyle(document.body).fontFamily"
    assert "Times" not in opened.evaluate(styled)
    expect(opened.locator("html.js")).to_be_attached()
    opened.get_by_role("group", name="Show").get_by_text("Keras", exact=True).click()
    expect(opened.locator("html")).to_have_attribute("data-show", "keras")


def test_links_lead_from_page_to_page(opened: Page, folder: Path) -> None:
    opened.get_by_role("navigation").get_by_role("link", name="Dictionary").click()
    expect(opened).to_have_url((folder / "dictionary.html").as_uri())
    opened.get_by_label("Name or word").fill("BatchNorm2d")
    row = opened.locator('tr:has(a[href$="#layers-batch-normalization"])')
    row.get_by_role("link").first.click()
    pair = opened.locator("#layers-batch-normalization")
    expect(pair).to_be_in_viewport()
    assert opened.url.startswith((folder / "functionality.html").as_uri())


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("BatchNorm2d", "functionality.html"),
        ("keras.layers.GroupNormalization", "normalization-and-shape.html"),
    ],
)
def test_search_finds_a_page_by_the_name_of_an_api(
    opened: Page, word: str, found: str
) -> None:
    opened.get_by_role("textbox", name="Search").click()
    opened.keyboard.type(word)
    link = opened.locator(f'.md-search-result__link[href*="{found}"]').first
    expect(link).to_be_attached()
    link.evaluate("link => link.closest('details')?.setAttribute('open', '')")
    link.click()
    opened.wait_for_url(f"**/{found}*")
    expect(opened.locator("article h1")).to_be_visible()
