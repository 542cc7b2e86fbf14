"""Finding something: the filters of the tables, and the search of the site."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.kinds import KINDS, TABLES

PAIR = "layers-batch-normalization"
OTHER = "losses-huber-and-smooth-l1"
WORDS = ["BatchNorm2d", "BatchNormalization", "bn", "running_var"]


def row_of(page: Page, anchor: str) -> Locator:
    """The row of the dictionary that leads to a pair."""
    return page.locator(f'tr:has(a[href$="#{anchor}"])')


@pytest.mark.parametrize("word", WORDS)
def test_a_word_leaves_the_pair_it_belongs_to(page: Page, word: str) -> None:
    page.goto("dictionary/")
    expect(row_of(page, OTHER)).to_be_visible()
    page.get_by_label("Name or word").press_sequentially(word)
    expect(row_of(page, PAIR)).to_be_visible()
    expect(row_of(page, OTHER)).to_be_hidden()
    expect(page.locator(".filter-count")).to_have_text(re.compile(r"^\d\d? of \d+ "))


def test_a_word_that_nothing_has_leaves_no_row(page: Page) -> None:
    page.goto("dictionary/")
    page.get_by_label("Name or word").fill("no such word")
    expect(page.locator(".filter-count")).to_contain_text(re.compile("^0 of "))
    expect(row_of(page, PAIR)).to_be_hidden()


@pytest.mark.parametrize(
    ("table", "label", "choice"),
    [
        ("ledger", "Verdict", "wrong"),
        ("ledger", "Section", "community"),
        ("dictionary", "Grade", "structural"),
        ("dictionary", "Topic", "losses"),
    ],
)
def test_a_choice_leaves_its_rows_and_an_address_to_share(
    page: Page, table: str, label: str, choice: str
) -> None:
    chosen = f".table-filter label:has-text('{label}') select"
    page.goto(KINDS[table])
    page.locator(chosen).select_option(choice)
    expect(page).to_have_url(re.compile(f"\\?{label.lower()}={choice}$"))
    said = page.locator(".filter-count").inner_text()
    left, total = map(int, re.findall(r"\d+", said))
    assert 0 < left < total

    shared = page.context.new_page()
    shared.goto(page.url)
    expect(shared.locator(chosen)).to_have_value(choice)
    rows = shared.locator(f"{TABLES[table]} tbody tr:visible")
    expect(rows).to_have_count(left)
    cell = shared.get_by_role("cell").filter(has_text=re.compile(rf"^\s*{choice}\b"))
    expect(rows.filter(has=cell)).to_have_count(left)


def test_words_and_choices_are_shared_together(page: Page) -> None:
    page.goto("ledger/?find=keras&verdict=wrong")
    expect(page.get_by_label("Name or word")).to_have_value("keras")
    expect(page.get_by_label("Verdict")).to_have_value("wrong")
    expect(page.locator("#claim-background-keras-over-tensorflow")).to_be_visible()
    expect(page.locator("#claim-background-keras-2015")).to_be_hidden()


def test_an_address_shows_the_row_it_names_whatever_the_filter_says(page: Page) -> None:
    page.goto("ledger/?verdict=wrong#claim-comm-both-strong")
    expect(page.locator("#claim-comm-both-strong")).to_be_in_viewport()
    expect(page.get_by_label("Verdict")).to_have_value("")


def test_a_link_followed_later_shows_its_row_too(page: Page) -> None:
    page.goto("ledger/")
    page.get_by_label("Verdict").select_option("wrong")
    hidden = page.locator("#claim-comm-both-strong")
    expect(hidden).to_be_hidden()
    page.evaluate("location.hash = '#claim-comm-both-strong'")
    expect(hidden).to_be_in_viewport()


@pytest.mark.parametrize(
    ("name", "pair"),
    [
        ("BatchNorm2d", "functionality/#layers-batch-normalization"),
        ("BatchNormalization", "functionality/#layers-batch-normalization"),
        ("torch.nn.GroupNorm", "normalization-and-shape/#layers-group-normalization"),
        (
            "keras.layers.GroupNormalization",
            "normalization-and-shape/#layers-group-normalization",
        ),
    ],
)
def test_search_finds_a_pair_by_the_name_of_either_side(
    page: Page, name: str, pair: str
) -> None:
    page.goto("glossary/")
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(name)
    where, _, anchor = pair.partition("#")
    found = page.locator(f'.md-search-result__link[href*="{where}"][href$="#{anchor}"]')
    expect(found.first).to_be_attached()
    found.first.evaluate("link => link.closest('details')?.setAttribute('open', '')")
    found.first.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
