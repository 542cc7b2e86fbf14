"""A pair that is put into an open page is as it is where the page is opened anew."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.served import PATIENCE, Served, serving
from tests.small_checkout import (
    configure,
    small_checkout,
    write_page,
    write_snippet,
)

RIGHTS = ["clipboard-read", "clipboard-write"]
LIMIT = PATIENCE * 1000
# White space between tags aside, which nobody sees, and what code that does not
# scroll needs no longer.
SECTION = """() => {
  const copy = document.querySelector("article").cloneNode(true);
  for (const each of copy.querySelectorAll("code")) each.removeAttribute("tabindex");
  return copy.innerHTML.replace(/>\\s+</g, "><").trim();
}"""
CLIPBOARD = "() => navigator.clipboard.readText()"
TOP = "() => document.querySelector('#topic-low').getBoundingClientRect().top"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = small_checkout(
        tmp_path_factory.mktemp("preview") / "checkout", ["high", "low"]
    )
    both = '--8<-- "topic/high.md"\n\nBetween.\n\n--8<-- "topic/low.md"'
    write_page(root, "high.md", both)
    write_page(root, "low.md", "Nothing any more.")
    with serving(root, configure(root)) as server:
        yield server


@pytest.fixture
def page(served: Served, browser: Browser) -> Iterator[Page]:
    """The page with both pairs, in a window that may use the clipboard."""
    context: BrowserContext = browser.new_context(permissions=RIGHTS)
    context.set_default_timeout(LIMIT)
    page = context.new_page()
    with page.expect_request(lambda request: "_preview/events" in request.url):
        page.goto(f"{served.address}high/")
    yield page
    context.close()


def save(served: Served, page: Page, pair: str, said: str) -> None:
    write_snippet(served.root, pair, f'print("{said}")')
    expect(page.locator("samp", has_text=said)).to_have_count(1, timeout=LIMIT)


def test_the_open_page_is_as_one_that_is_opened_anew(
    served: Served, page: Page
) -> None:
    expect(page.locator(".md-code__nav").first).to_be_attached()
    page.evaluate("() => { window.stays = true; }")
    save(served, page, "high", "put in")
    changed = page.evaluate(SECTION)
    assert page.evaluate("() => window.stays")
    page.reload()
    expect(page.locator(".md-code__nav").first).to_be_attached()
    assert page.evaluate(SECTION) == changed


def test_buttons_copy_what_was_put_in(served: Served, page: Page) -> None:
    save(served, page, "high", "copied from here")
    pair = page.locator(".pair").first
    pair.get_by_role("button", name="Copy all").first.click()
    expect(page.locator(".pair-copied")).to_contain_text("Copied")
    assert "copied from here" in page.evaluate(CLIPBOARD)
    pair.locator(".pair-pytorch .md-code__button").last.click()
    expect(page.locator(".md-dialog--active")).to_contain_text("Copied")
    assert page.evaluate(CLIPBOARD).strip() == 'print("copied from here")'


def test_what_a_reader_looks_at_stays_where_it_is(served: Served, page: Page) -> None:
    page.locator("#topic-low").evaluate("head => head.scrollIntoView()")
    before = page.evaluate(TOP)
    write_snippet(served.root, "high", 'print(*"many lines", sep="\\n")')
    expect(page.locator("samp", has_text=re.compile(r"m\na\nn\ny"))).to_be_attached()
    assert page.evaluate(TOP) == pytest.approx(before, abs=2)


def test_an_error_is_announced_and_goes_when_it_is_mended(
    served: Served, page: Page
) -> None:
    write_snippet(served.root, "low", 'raise ValueError("no")')
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("ValueError: no", timeout=LIMIT)
    assert page.locator("#topic-low + .preview-problem").count() == 1
    write_snippet(served.root, "low")
    expect(alert).to_have_count(0, timeout=LIMIT)
