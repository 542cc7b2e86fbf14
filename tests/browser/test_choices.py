"""What a reader chooses to see: kept, shared, restored, and never in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import open_context

ARTICLE = "functionality/"
OTHER = "reference/export/"
PAIR = "layers-batch-normalization"
SIDES = ("pytorch", "keras")


def choose(page: Page, name: str) -> None:
    """Click one of the choices at the top of a page, as a reader does."""
    page.locator(".choices label").get_by_text(name, exact=True).click()


def expect_shown(page: Page, *shown: str) -> None:
    """Exactly these sides of the first pair are on the page."""
    for name in SIDES:
        cell = page.locator(f".pair-cell.pair-{name}").first
        expect(cell).to_be_visible() if name in shown else expect(cell).to_be_hidden()


def scheme(page: Page) -> str:
    """Whether the page is light or dark."""
    named = page.locator("body").get_attribute("data-md-color-scheme")
    return {"default": "light", "slate": "dark"}[str(named)]


def expect_scheme(page: Page, wanted: str) -> None:
    """The page and the browser's own parts, such as scroll bars, are light or dark."""
    named = {"light": "default", "dark": "slate"}[wanted]
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", named)
    expect(page.locator("html")).to_have_css("color-scheme", wanted)


@pytest.mark.parametrize(
    ("choice", "shown"),
    [("both", SIDES), ("PyTorch", ["pytorch"]), ("Keras", ["keras"])],
)
def test_a_choice_is_kept_on_other_pages_and_visits(
    page: Page, choice: str, shown: list[str]
) -> None:
    page.goto(ARTICLE)
    choose(page, "Keras" if choice != "Keras" else "PyTorch")
    choose(page, choice)
    expect_shown(page, *shown)
    page.goto(OTHER)
    expect_shown(page, *shown)
    visit = page.context.new_page()
    visit.goto(ARTICLE)
    expect_shown(visit, *shown)
    expect(visit.locator(".choices :checked").first).to_have_value(choice.lower())


def test_the_address_shares_a_choice_with_somebody_who_chose_otherwise(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto(ARTICLE)
    choose(page, "Keras")
    expect(page).to_have_url(re.compile(r"\?show=keras&backend=all$"))
    context = open_context(browser)
    friend = context.new_page()
    friend.goto(address + OTHER)
    choose(friend, "PyTorch")
    friend.goto(page.url)
    expect_shown(friend, "keras")
    context.close()


def test_back_and_forward_bring_each_choice_back(page: Page) -> None:
    page.goto(ARTICLE)
    choose(page, "Keras")
    choose(page, "PyTorch")
    for step, shown in (("back", "keras"), ("forward", "pytorch"), ("back", "keras")):
        page.go_back() if step == "back" else page.go_forward()
        expect_shown(page, shown)
        expect(page.locator(".choices :checked").first).to_have_value(shown)
    page.go_back()
    expect_shown(page, *SIDES)


def test_back_from_another_page_brings_the_choice_back(page: Page) -> None:
    page.goto(ARTICLE)
    choose(page, "Keras")
    page.goto(OTHER)
    choose(page, "PyTorch")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile(f"{ARTICLE}.*show=keras"))
    expect_shown(page, "keras")


@pytest.mark.parametrize("backend", ["torch", "JAX", "TensorFlow"])
def test_only_the_output_of_the_chosen_backend_is_shown(
    page: Page, backend: str
) -> None:
    page.goto(ARTICLE)
    cells = page.locator(".pair-cell:has([data-backends])")
    expect(cells.first).to_be_attached()
    choose(page, backend)
    name = backend.lower()
    for seen in page.locator(f'.pair-cell [data-backends~="{name}"]').all():
        expect(seen).to_be_visible()
    having = f'.pair-cell:has([data-backends~="{name}"])'
    others = page.locator(f'{having} [data-backends]:not([data-backends~="{name}"])')
    assert others.count()
    for seen in others.all():
        expect(seen).to_be_hidden()


@pytest.fixture(scope="module")
def step(site: Path) -> str:
    """The id of the last step of a pair."""
    text = (site / ARTICLE / "index.html").read_text(encoding="utf-8")
    tags = re.finditer(rf'<[^>]*\bid="({PAIR}-[^"]*)"[^>]*>', text)
    return [tag[1] for tag in tags if re.search(r"\bpair-step\b", tag[0])][-1]


@pytest.mark.parametrize("choice", ["both", "pytorch", "keras"])
@pytest.mark.parametrize("kind", ["pair", "step", *SIDES])
def test_an_address_is_in_view_on_any_choice(
    page: Page, step: str, choice: str, kind: str
) -> None:
    target = {"pair": PAIR, "step": step}.get(kind, f"{step}-{kind}")
    page.goto("glossary/")
    page.evaluate("choice => localStorage.setItem('choice-show', choice)", choice)
    page.goto(f"{ARTICLE}#{target}")
    expect(page.locator(f"#{target}")).to_be_in_viewport()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_light_or_dark_is_chosen_kept_shared_and_restored(
    browser: Browser, address: str, system: Literal["light", "dark"]
) -> None:
    context = open_context(browser, base_url=address, color_scheme=system)
    page = context.new_page()
    page.goto(ARTICLE)
    seen = [scheme(page)]
    for chosen in ("light", "dark", "system"):
        page.locator("label[for^='__palette']:visible").click()
        expect(page).to_have_url(re.compile(f"light={chosen}$"))
        seen.append(scheme(page))
    assert seen == [system, "light", "dark", system]
    page.go_back()
    expect_scheme(page, "dark")
    shared = page.url
    page.goto(OTHER)
    expect_scheme(page, system)
    page.goto(shared)
    expect_scheme(page, "dark")
    context.close()


def test_dark_is_known_before_the_scripts_of_the_theme(
    browser: Browser, address: str
) -> None:
    context = open_context(browser, base_url=address, color_scheme="dark")
    context.route("**/*.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(ARTICLE)
    expect_scheme(page, "dark")
    context.close()


def test_enter_on_the_switch_chooses_the_next(page: Page) -> None:
    page.goto(ARTICLE)
    before = page.locator("[name=__palette]:checked").get_attribute("value")
    page.locator("[name=__palette]:checked").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=__palette]:checked")).not_to_have_value(str(before))
    expect(page.locator("[name=__palette]:checked")).to_be_focused()


OBSERVE = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) window.shifted += entry.value;
  }
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("DOMContentLoaded", () => {
  window.early = document.documentElement.dataset.show;
});
addEventListener("load", async () => {
  await document.fonts.ready;
  document.documentElement.dataset.settled = "yes";
});
"""


@pytest.fixture(params=[(1366, 768), (360, 740)], ids=["wide", "phone"])
def chosen(
    browser: Browser, address: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A reader who chose Keras only on an earlier visit."""
    width, height = request.param
    made = open_context(
        browser, base_url=address, viewport={"width": width, "height": height}
    )
    made.add_init_script("localStorage.setItem('choice-show', 'keras')")
    made.add_init_script(OBSERVE)
    yield made
    made.close()


@pytest.mark.parametrize(
    "where",
    ["", "functionality/", "dictionary/", "ledger/", "dictionary/?find=norm"],
)
def test_nothing_moves_while_a_page_loads(chosen: BrowserContext, where: str) -> None:
    page = chosen.new_page()
    page.goto(where or "./")
    expect(page.locator("html")).to_have_attribute("data-settled", "yes")
    assert page.evaluate("window.early") == "keras"
    assert page.evaluate("window.shifted") < 0.02


@pytest.mark.parametrize(
    ("name", "label"), [("pytorch", "PyTorch"), ("keras", "Keras")]
)
def test_a_whole_side_is_copied_as_it_stands(
    context: BrowserContext, page: Page, name: str, label: str
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(ARTICLE)
    pair = page.locator(f".pair:has([id^='{PAIR}-'])")
    button = pair.locator(f".pair-head.pair-{name}").get_by_role("button")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Copied")
    expect(page.locator(".pair-copied")).to_contain_text(label)
    copied = page.evaluate("navigator.clipboard.readText()")
    titles = re.findall(r"^# %% (.+)$", copied, re.MULTILINE)
    assert len(titles) == pair.locator(".pair-step").count()
    for cell in pair.locator(f".pair-cell.pair-{name} pre > code").all():
        assert cell.inner_text().strip() in copied
    compile(copied, "copied", "exec")


def test_the_cell_across_and_its_names_light_up(page: Page) -> None:
    page.goto(ARTICLE)
    pair = page.locator(f".pair:has([id^='{PAIR}-'])")
    word = pair.locator(".pair-pytorch code span").get_by_text("eps", exact=True).first
    word.hover()
    expect(word).to_have_class(re.compile(r"\blit\b"))
    twins = pair.locator(".pair-keras code .lit").filter(has_text="epsilon")
    expect(twins.first).to_be_visible()
    across = word.locator("xpath=ancestor::div[contains(@class, 'pair-cell')]")
    ours, theirs = (
        cell.evaluate("cell => getComputedStyle(cell).backgroundColor")
        for cell in (across, across.locator("xpath=following-sibling::div[1]"))
    )
    assert ours == theirs != "rgba(0, 0, 0, 0)"
