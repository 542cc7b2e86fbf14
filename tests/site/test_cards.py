"""Cards for shared links: drawn here, the same each time, and once."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.core.store import Store
from scripts.site.finish.cards import card, drawn, shown
from tests.finished import built_page

LONG = "Recurrent layers and attention, " * 9


def texts(svg: str) -> list[str]:
    """The lines of a card."""
    found = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return [str(element.text) for element in found]


def after(site_url: str, root: Path) -> str:
    """A page as it is published at an address."""
    page = built_page(root, "", "below/page.md", site_url=site_url)
    return shown(page)


def test_a_card_is_a_picture_of_the_size_that_is_named(tmp_path: Path) -> None:
    picture = drawn(card("Site", "Title", "Told."), Store(tmp_path))
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = picture[16:20], picture[20:24]
    assert (int.from_bytes(width), int.from_bytes(height)) == (1200, 630)


def test_a_card_says_what_the_page_is_about() -> None:
    assert texts(card("Site", "A <title> & more", "It is told.")) == [
        "Site",
        "A <title> & more",
        "It is told.",
        "PyTorch",
        "Keras",
    ]


def test_a_long_line_is_broken_into_lines_of_about_one_length() -> None:
    lines = texts(card("", "PyTorch and Keras, side by side", ""))[1:3]
    assert lines == ["PyTorch and Keras,", "side by side"]


def test_what_does_not_fit_is_cut_short_within_the_card() -> None:
    svg = card("Site", LONG, LONG)
    lines = texts(svg)[1:-2]
    assert [line.endswith(" ...") for line in lines] == [False, False, True] * 2
    assert max(int(y) for y in re.findall(r'<text x="80" y="(\d+)"', svg)) < 530


def test_the_same_card_is_drawn_once(tmp_path: Path) -> None:
    svg = card("Site", "Title", "Told.")
    store = Store(tmp_path)
    first = drawn(svg, store)
    (key,) = store.keys()
    store.put(key, b"kept")
    assert drawn(svg, store) == b"kept"
    store.drop(key)
    assert drawn(svg, store) == first
    drawn(card("Site", "Title", "Told otherwise."), store)
    assert len(store.keys()) == 2


def test_a_published_page_names_its_card(tmp_path: Path) -> None:
    html = after("https://example.org/base/", tmp_path)
    found = dict(re.findall(r'property="([a-z:_]+)" content="([^"]*)"', html))
    assert found["og:title"] == "A &lt;page&gt;"
    assert found["og:description"] == "It &quot;says&quot; so."
    assert found["og:url"] == "https://example.org/base/below/page/"
    path = found["og:image"].removeprefix("https://example.org/base/")
    assert (tmp_path / "site" / path).is_file()
    assert '<meta name="twitter:card" content="summary_large_image">' in html


@pytest.mark.parametrize(
    "site_url", ["", "http://127.0.0.1:8000/", "http://localhost:8000/"]
)
def test_a_page_that_nobody_can_share_has_no_card(
    tmp_path: Path, site_url: str
) -> None:
    assert "og:" not in after(site_url, tmp_path)
    assert not (tmp_path / "site/assets").exists()
