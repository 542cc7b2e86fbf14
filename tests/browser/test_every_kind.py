"""What holds for every kind of page, on wide and narrow screens, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import open_context
from tests.browser.kinds import KINDS
from tests.browser.whole import (
    assert_axe_finds_nothing,
    assert_it_does_not_scroll_sideways,
    lay_out,
)

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
VIEWS = [
    pytest.param(
        (kind, width, scheme),
        id=f"{kind}-{width}-{scheme}",
        marks=pytest.mark.xdist_group(f"{kind}-{width}-{scheme}"),  # one visit
    )
    for kind in KINDS
    for width in (1366, 360)
    for scheme in SCHEMES
]


@dataclass
class Visit:
    """A page that was opened, and what the browser noticed meanwhile."""

    page: Page
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def readers(
    browser: Browser, address: str
) -> Iterator[Callable[[int, Scheme], BrowserContext]]:
    """A reader for each width and light of a screen, who goes from page to page."""
    with ExitStack() as stack:

        @cache
        def made(width: int, scheme: Scheme) -> BrowserContext:
            context = open_context(
                browser,
                base_url=address,
                viewport={"width": width, "height": 768},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            return stack.enter_context(context)

        yield made


@pytest.fixture(scope="module", params=VIEWS)
def visit(
    request: pytest.FixtureRequest, readers: Callable[[int, Scheme], BrowserContext]
) -> Iterator[Visit]:
    kind, width, scheme = request.param
    visit = Visit(readers(width, scheme).new_page())
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on(
        "console",
        lambda said: visit.errors.append(said.text) if said.type == "error" else None,
    )
    visit.page.on("request", lambda asked: visit.requests.append(asked.url))
    visit.page.goto(KINDS[kind], wait_until="networkidle")
    shown = "slate" if scheme == "dark" else "default"
    expect(visit.page.locator("body")).to_have_attribute("data-md-color-scheme", shown)
    yield visit
    visit.page.close()


def test_no_error_reaches_the_console(visit: Visit) -> None:
    assert visit.errors == []


def test_nothing_is_asked_of_another_host(visit: Visit, address: str) -> None:
    """Nor from outside the path below which the site is served."""
    assert visit.requests
    own = (address, "data:", "blob:")
    assert [url for url in visit.requests if not url.startswith(own)] == []


def test_the_document_does_not_scroll_sideways(visit: Visit) -> None:
    lay_out(visit.page)
    assert_it_does_not_scroll_sideways(visit.page)


def test_axe_finds_nothing(visit: Visit) -> None:
    """Every rule that it applies by default."""
    topics = visit.page.locator(".table-filter [name=topic]")
    if topics.count():  # one topic of the dictionary: its rows are alike
        topics.select_option("losses")
    lay_out(visit.page)
    assert_axe_finds_nothing(visit.page)
