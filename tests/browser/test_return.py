"""A page that the browser kept, and that comes back as it was left.

Playwright switches that cache off in the browsers it drives, so these tests say to the
page what a browser says when it brings one back.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

ARTICLE = "functionality/"
COMES_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"


def change_elsewhere(page: Page, name: str, value: str) -> None:
    """What another page keeps when a reader chooses there."""
    page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, value])


def expect_chosen(page: Page, name: str, value: str) -> None:
    """What is shown, and what the choice at the top of the page says."""
    expect(page.locator("html")).to_have_attribute(f"data-{name}", value)
    expect(page.locator(f".choices [name={name}]:checked")).to_have_value(value)


@pytest.mark.parametrize(
    ("name", "value"), [("show", "keras"), ("show", "pytorch"), ("backend", "jax")]
)
def test_a_choice_made_meanwhile_is_taken(page: Page, name: str, value: str) -> None:
    page.goto(ARTICLE)
    change_elsewhere(page, f"choice-{name}", value)
    page.evaluate(COMES_BACK)
    expect_chosen(page, name, value)


def test_the_address_says_more_than_a_choice_made_meanwhile(page: Page) -> None:
    page.goto(f"{ARTICLE}?show=keras&backend=torch")
    change_elsewhere(page, "choice-show", "pytorch")
    change_elsewhere(page, "choice-backend", "jax")
    page.evaluate(COMES_BACK)
    expect_chosen(page, "show", "keras")
    expect_chosen(page, "backend", "torch")


@pytest.mark.parametrize("kept", ["", "both of them"])
def test_what_is_no_choice_changes_nothing(page: Page, kept: str) -> None:
    page.goto(ARTICLE)
    page.locator(".choices label").get_by_text("Keras", exact=True).click()
    change_elsewhere(page, "choice-show", kept)
    page.evaluate(COMES_BACK)
    expect_chosen(page, "show", "keras")
