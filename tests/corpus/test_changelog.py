"""The changelog: days, the newest first, as a page and as a feed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from scripts.site.finish.feeds import CHANGES, feed_of
from tests.finished import built_page
from tests.repository import Repository

TEXT = """\
# Changelog

About it.

## 2026-02-03

For readers:

- A *newer* thing.

## 2026-01-31

For contributors:

- An older thing.
"""
ADDRESS = "https://example.org/below/changes/"
PAGE = """\
<h1 id="changes">Changes</h1>
<h2 id="2026-02-03">2026-02-03<a class="headerlink" href="#2026-02-03">#</a></h2>
<p>For readers:</p>
<ul><li>See <a href="../other/#part">there</a> &amp; an
<abbr title="a">axis</abbr>.</li></ul>
<p>For contributors:</p>
<ul><li>Not this.</li></ul>
<h2 id="2026-01-31">2026-01-31</h2>
<p>For contributors:</p>
<ul><li>Nor this.</li></ul>
<h2 id="2026-01-30">2026-01-30</h2>
<p>For readers:</p>
<ul><li>The first thing.</li></ul>
"""
NAMES = {"": "http://www.w3.org/2005/Atom"}


@pytest.fixture
def feed(tmp_path: Path) -> ElementTree.Element:
    """The feed of the page above."""
    told = {"site_url": "https://example.org/below/", "site_name": "A & B"}
    page = built_page(tmp_path / "built", PAGE, CHANGES.page, **told)
    return ElementTree.fromstring(feed_of(page, CHANGES))


def test_the_page_holds_the_days_and_not_the_title(repository: Repository) -> None:
    repository.project.changelog.write_text(TEXT)
    assert repository.run()[0] == 0
    shown = (repository.project.fragments / "changes.md").read_text()
    assert shown == TEXT[TEXT.index("## 2026-02-03") :]


def test_a_line_that_is_added_reaches_the_page(repository: Repository) -> None:
    repository.project.changelog.write_text(TEXT)
    repository.run()
    repository.project.changelog.write_text(TEXT + "- One more.\n")
    assert repository.run()[0] == 0
    shown = (repository.project.fragments / "changes.md").read_text()
    assert shown.endswith("- One more.\n")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("2026-02-03", "Unreleased", "the section 'Unreleased' is not a day"),
        ("2026-02-03", "2026-02-30", "the section '2026-02-30' is not a day"),
        ("2026-02-03", "20260203", "the section '20260203' is not a day"),
        ("2026-01-31", "2026-02-04", "2026-02-04 stands below 2026-02-03"),
        ("2026-01-31", "2026-02-03", "2026-02-03 stands below 2026-02-03"),
    ],
)
def test_a_section_that_is_no_day_or_out_of_order_is_refused(
    repository: Repository, before: str, after: str, message: str
) -> None:
    repository.project.changelog.write_text(TEXT.replace(f"## {before}", f"## {after}"))
    code, printed = repository.run()
    assert code == 1
    assert printed.startswith("CHANGELOG.md: ")
    assert message in printed
    assert not (repository.project.fragments / "changes.md").exists()


def test_the_feed_has_an_entry_for_each_day_that_readers_notice(
    feed: ElementTree.Element,
) -> None:
    entries = feed.findall("entry", NAMES)
    found = [entry.findtext("id", "", NAMES) for entry in entries]
    assert found == [f"{ADDRESS}#2026-02-03", f"{ADDRESS}#2026-01-30"]


def test_an_entry_says_what_is_for_readers_and_stands_by_itself(
    feed: ElementTree.Element,
) -> None:
    content = feed.findtext("entry/content", "", NAMES)
    assert content == (
        '<ul><li>See <a href="https://example.org/below/other/#part">there</a>'
        " &amp; an\naxis.</li></ul>"
    )


def test_the_feed_was_updated_on_its_newest_day(
    feed: ElementTree.Element,
) -> None:
    assert feed.findtext("updated", "", NAMES) == "2026-02-03T00:00:00Z"
