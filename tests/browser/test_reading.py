"""What a reader does: without a script, by an address, by download, by keyboard."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from scripts.claims.claims import read_claims
from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from tests.browser.conftest import close_pages, open_context
from tests.browser.kinds import KINDS, TABLES
from tests.browser.whole import code_of

PAIRS = {pair.name: pair for pair in find_pairs(Project(HERE))}
CLAIMS = read_claims(Project(HERE).claims, "docs/claims.yaml")
STUDY = "image-classifier"


@pytest.fixture(scope="module")
def scriptless(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser that runs no script."""
    context = open_context(browser, base_url=address, java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def plain(scriptless: BrowserContext) -> Iterator[Page]:
    """A page in a browser that runs no script, and so keeps nothing."""
    yield scriptless.new_page()
    close_pages(scriptless)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_its_title_and_text_without_a_script(plain: Page, kind: str) -> None:
    plain.goto(KINDS[kind])
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    paragraphs = plain.locator("article p:not([hidden])")
    expect(paragraphs.first).to_be_visible()


@pytest.mark.parametrize("kind", ["article", "reference"])
def test_both_sides_of_every_pair_are_there_without_a_script(
    plain: Page, kind: str
) -> None:
    plain.goto(KINDS[kind])
    pairs = plain.locator(".pair").all()
    assert pairs
    for pair in pairs:
        for side in ("pytorch", "keras"):
            code = code_of(pair, side)
            expect(code).to_be_visible()
            expect(code).to_contain_text("import")
        expect(pair.locator(".pair-certificate")).to_be_visible()


def test_the_claims_of_a_section_are_there_without_a_script(plain: Page) -> None:
    plain.goto("community/")
    claims = [claim for claim in CLAIMS if claim.section == "community"]
    assert claims
    for claim in claims:
        shown = plain.locator(f"#claim-{claim.id}")
        expect(shown).to_be_visible()
        expect(shown).to_contain_text(claim.verdict)


@pytest.mark.parametrize(
    ("name", "rows"), [("dictionary", len(PAIRS)), ("ledger", len(CLAIMS))]
)
def test_a_table_is_complete_without_a_script(
    plain: Page, name: str, rows: int
) -> None:
    plain.goto(KINDS[name])
    expect(plain.locator(f"{TABLES[name]} tbody tr:visible")).to_have_count(rows)
    expect(plain.locator(".filter-count")).to_contain_text(str(rows))


@pytest.mark.parametrize(
    "target",
    [
        "functionality/#layers-batch-normalization",
        "reference/export/#export-torch-export",
        "community/#claim-comm-both-strong",
        "ledger/#claim-comm-both-strong",
    ],
)
def test_an_address_brings_what_it_names_into_view(page: Page, target: str) -> None:
    page.goto(target)
    expect(page.locator(f"#{target.partition('#')[2]}")).to_be_in_viewport()


@pytest.mark.parametrize("side", ["in_pytorch.py", "in_keras.py"])
def test_the_download_of_a_side_is_its_source(page: Page, side: str) -> None:
    page.goto("functionality/")
    pair = PAIRS["layers/batch-normalization"]
    link = page.locator(f'a[href$="downloads/{pair.name}/{side}"]')
    with page.expect_download() as started:
        link.evaluate("link => { link.download = ''; link.click(); }")
    source = HERE / "snippets" / pair.name / side
    assert started.value.suggested_filename == side
    assert started.value.path().read_bytes() == source.read_bytes()


@pytest.mark.parametrize("ending", ["py", "ipynb"])
def test_the_download_of_a_case_study_is_its_source(page: Page, ending: str) -> None:
    page.goto(f"notebooks/{STUDY}/")
    name = f"{STUDY}.{ending}"
    with page.expect_download() as started:
        page.get_by_role("link", name=name, exact=True).click()
    assert started.value.suggested_filename == name
    got = started.value.path().read_bytes()
    assert got == (HERE / "docs" / "notebooks" / name).read_bytes()
    if ending == "ipynb":
        assert json.loads(got)["nbformat"] == 4


def focused_outline(page: Page) -> str:
    """How what has the focus is outlined."""
    style: str = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    return style


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tab_shows_a_link_that_skips_to_the_text(
    page: Page, kind: str
) -> None:
    page.goto(KINDS[kind])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_css("opacity", "1")
    assert focused_outline(page) != "none"
    target = skip.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page.locator(str(target))).to_be_in_viewport()


@pytest.mark.parametrize("name", TABLES)
def test_the_filter_is_reached_by_tab_and_shows_it(page: Page, name: str) -> None:
    page.goto(KINDS[name])
    word = page.get_by_label("Name or word")
    expect(word).to_be_visible()
    for _ in range(80):
        page.keyboard.press("Tab")
        if word.evaluate("field => field === document.activeElement"):
            break
    expect(word).to_be_focused()
    expect(word).to_be_in_viewport()
    assert focused_outline(page) != "none"
    page.keyboard.press("Tab")
    expect(page.locator(".table-filter select").first).to_be_focused()
    assert focused_outline(page) != "none"


def test_a_tap_explains_a_word_of_the_glossary(browser: Browser, address: str) -> None:
    context = open_context(
        browser,
        base_url=address,
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
    )
    page = context.new_page()
    page.goto("measured/speed/")
    word = page.locator("article p abbr").first
    shown = "word => getComputedStyle(word, '::after').content"
    assert word.evaluate(shown) == "none"
    word.tap()
    assert word.get_attribute("title") in word.evaluate(shown)
    context.close()
