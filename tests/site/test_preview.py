"""The preview: what is saved stands in the open page, and as a whole build has it."""

from __future__ import annotations

import pytest

from tests.repository import TOML
from tests.served import ALERT, BUILT, Served, banners, get, sections, status_of
from tests.small_checkout import build, write_page, write_snippet

pytestmark = pytest.mark.xdist_group("serve")  # one server for all
FAILS = 'raise ValueError("no")'


def test_a_saved_snippet_is_put_into_every_open_window(served: Served) -> None:
    """The page stays: only the section of the pair is told, as a later one has it."""
    windows = [served.open("saved/"), served.open("saved/")]
    for said in ("once", "again"):
        write_snippet(served.root, "saved", f'print("said {said}")')
        for window in windows:
            event = window.next()
            assert (event.kind, [*event.told["sections"]]) == (
                "change",
                ["topic-saved"],
            )
            assert f"said {said}" in sections(event)
            assert sections(event) in served.get("saved/")
    assert "said once" not in served.get("saved/")


def test_every_page_is_as_in_a_whole_build_a_moment_later(served: Served) -> None:
    before = served.builds()
    write_snippet(served.root, "saved", 'print("as a whole build has it")')
    served.told(BUILT, before + 1)
    assert served.differing(build(served.root)) == []


def test_a_page_that_shows_nothing_of_it_is_left_alone(served: Served) -> None:
    other, window = served.open("away/"), served.open("saved/")
    write_snippet(served.root, "saved", 'print("elsewhere")')
    assert window.next().kind == "change"
    assert other.connect_again().kind == "open"


def test_a_failing_snippet_is_told_at_the_pair_and_what_was_good_stays(
    served: Served,
) -> None:
    window = served.open("failing/")
    write_snippet(served.root, "failing", FAILS)
    event = window.next()
    assert (event.told["sections"], [*event.told["banners"]]) == ({}, ["topic-failing"])
    assert ALERT in banners(event)
    assert "error on pytorch: ValueError: no" in banners(event)
    assert "error on pytorch: ValueError: no" in served.told("ValueError: no")
    shown = served.get("failing/")
    assert shown.count(ALERT) == 1
    assert "<samp>done</samp>" in shown
    assert ALERT not in served.get("status/") + served.get("saved/")
    write_snippet(served.root, "failing")
    assert window.next().told == {"sections": {}, "banners": {}}
    assert ALERT not in served.get("failing/")


def test_a_pair_that_cannot_be_read_is_told_at_the_pair(served: Served) -> None:
    declared = served.root / "snippets/topic/spoilt/pair.toml"
    window = served.open("spoilt/")
    declared.write_text("title = ")
    assert "pair.toml:1" in banners(window.next())
    declared.write_text(TOML)
    assert banners(window.next()) == ""


def test_what_is_wrong_with_claims_is_told_on_every_page(served: Served) -> None:
    claims, window = served.root / "docs/claims.yaml", served.open("claimed/")
    claims.write_text("- id: [")
    assert "docs/claims.yaml" in banners(window.next())
    claims.unlink()
    assert banners(window.next()) == ""


def test_what_is_wrong_with_the_configuration_is_told_on_every_page(
    served: Served,
) -> None:
    path, window = served.root / "mkdocs.yml", served.open()
    good = path.read_text()
    path.write_text(f"{good}markdown_extensions: [nowhere\n")
    assert "mkdocs.yml" in banners(window.next())
    path.write_text(good)
    assert banners(window.until(lambda e: not e.told.get("banners"))) == ""


def test_saved_prose_is_shown_at_once_and_the_rest_follows(served: Served) -> None:
    window, home, before = served.open("saved/"), served.open(), served.builds()
    text = 'Another *sentence*.\n\n--8<-- "topic/saved.md"\n\nAfter.'
    write_page(served.root, "saved.md", text, "Another title")
    assert window.next().kind == "reload"
    assert "Another <em>sentence</em>." in served.get("saved/")
    assert home.next().kind == "reload"  # its navigation names the page
    served.told(BUILT, before + 1)
    assert "Another title" in served.get()
    assert served.differing(build(served.root)) == []


def test_a_link_to_nowhere_is_told_on_its_page(served: Served) -> None:
    window = served.open("away/")
    good = (served.root / "docs/away.md").read_text()
    (served.root / "docs/away.md").write_text(f"{good}\n[a link](nowhere.md)\n")
    assert window.next().kind == "reload"
    assert "nowhere.md" in served.get("away/").partition("<h1")[0]
    assert ALERT not in served.get("saved/")
    (served.root / "docs/away.md").write_text(good)
    assert window.until(lambda e: ALERT not in served.get("away/")).kind == "reload"


def test_a_page_that_cannot_be_read_is_told_and_mended(served: Served) -> None:
    window, page = served.open("crashing/"), served.root / "docs/crashing.md"
    good = page.read_bytes()
    page.write_bytes(b"# A page\n\n\xff\n")
    event = window.until(lambda e: "docs/crashing.md" in str(e.told))
    assert "UnicodeDecodeError" in banners(event)
    page.write_bytes(good)
    window.until(lambda e: not e.told.get("banners"))
    assert ALERT not in served.get("crashing/")


def test_a_style_is_served_at_once(served: Served) -> None:
    window = served.open("ledger/")
    with (served.root / "docs/stylesheets/site.css").open("a") as file:
        file.write(".saved-just-now { color: blue }\n")
    assert window.next().kind == "reload"
    assert "saved-just-now" in get(f"{served.address}stylesheets/all.css")


def test_a_new_page_is_there_after_a_build(served: Served) -> None:
    before = served.builds()
    assert status_of(f"{served.address}new/") == 404
    write_page(served.root, "new.md", "Something new.")
    served.told(BUILT, before + 1)
    assert "Something new." in served.get("new/")
