"""What pages show of summaries: since when a pair does what it shows, and the feed."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from scripts.corpus.find import read_pair
from scripts.corpus.runtimes import read_runtimes
from scripts.results.runs import source_of
from scripts.results.summaries import Compared, Ran, Summary
from scripts.site.finish.feeds import VERSIONS, feed_of
from tests.finished import built_page
from tests.repository import Repository
from tests.summaries import PAIR, commit, summary

GONE = Ran(failed="TypeError: gone")
WORSE = Compared(0.25, False)


@pytest.fixture
def shown(repository: Repository) -> Repository:
    """A pair on a page, with pins that nothing here installs."""
    repository.pair()
    page = repository.project.root / "docs" / "a.md"
    page.parent.mkdir()
    page.write_text('--8<-- "topic/pair.md"\n')
    assert repository.run()[0] == 0
    return repository


def drawn(repository: Repository, pinned: str, *summaries: Summary) -> dict[str, str]:
    """Commit summaries, pin a version, draw; the fragments by name."""
    project = repository.project
    commit(project, *summaries)
    (project.root / "requirements").mkdir()
    pins = f"keras=={pinned}\ntorch==2.0\n"
    (project.root / "requirements" / "frameworks.txt").write_text(pins)
    from scripts.build.redraw import redraw

    redraw(project)
    paths = project.fragments.rglob("*.md")
    return {
        p.relative_to(project.fragments).as_posix(): p.read_text(encoding="utf-8")
        for p in paths
    }


def source(repository: Repository) -> str:
    pair = read_pair(repository.project, repository.project.snippets / PAIR)
    return source_of(pair, read_runtimes(repository.project))


def test_a_pair_tells_since_and_until_when_it_does_what_it_shows(
    shown: Repository,
) -> None:
    same = source(shown)
    text = drawn(
        shown,
        "3.10",
        summary("3.0", GONE, source=same),
        summary("3.2", GONE, source=same),
        summary("3.9", source=same),
        summary("3.10", source=same),
        summary("3.11", compared=WORSE, source=same),
    )["topic/pair.md"]
    (line,) = [line for line in text.splitlines() if line.startswith("As shown")]
    assert line == (
        "As shown since Keras 3.9 and until Keras 3.10. With 3.0 to 3.2: `TypeError: "
        "gone`. With 3.11: `value` differs by 0.25 from PyTorch's. "
        "[All versions](/measured/versions.md#versions-topic-pair)"
    )


def test_a_pair_that_always_did_what_it_shows_tells_nothing(shown: Repository) -> None:
    same = source(shown)
    text = drawn(shown, "2", summary("1", source=same), summary("2", source=same))
    assert "As shown" not in text["topic/pair.md"]


def test_a_pair_that_was_edited_since_tells_nothing(shown: Repository) -> None:
    text = drawn(shown, "2", summary("1", GONE), summary("2"))
    assert "As shown" not in text["topic/pair.md"]
    assert "not measured since it was edited" in text["versions-pairs.md"]


def test_the_page_counts_pairs_by_what_they_do_otherwise(shown: Repository) -> None:
    same = source(shown)
    text = drawn(
        shown,
        "3.10",
        summary("3.9", GONE, source=same, arguments={}),
        summary("3.10", source=same),
    )
    answer = text["versions-answer.md"]
    assert "than with 3.10: 1 of 1 with 3.9, each time on PyTorch 2.0.**" in answer
    row = "| 3.9 | 1 of 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"
    assert row in answer
    assert 'id="versions-topic-pair"' in text["versions-pairs.md"]
    assert "| `keras.Thing` | `nothing` | `units` |" in text["versions-signatures.md"]


def test_without_other_versions_the_page_says_so(shown: Repository) -> None:
    text = drawn(shown, "2", summary("2"))
    assert text["versions-answer.md"].startswith("No other versions have been measured")


def test_changes_are_published_with_a_schema(shown: Repository) -> None:
    drawn(shown, "2", summary("1", GONE), summary("2"), summary("3"))
    data = shown.project.data
    found = json.loads((data / "versions.json").read_bytes())
    jsonschema.validate(found, json.loads((data / "versions.schema.json").read_bytes()))
    assert found["pinned"] == {"keras": "2", "torch": "2.0"}
    assert [other["versions"]["keras"] for other in found["others"]] == ["1", "3"]
    assert found["others"][0]["changes"] == [
        {
            "kind": "run",
            "subject": PAIR,
            "runtime": "keras-torch",
            "before": "runs",
            "after": "TypeError: gone",
        }
    ]


STEP = """\
<h3 id="keras-3-9">Keras 3.9, after 3.0<a class="headerlink" href="#x">#</a></h3>
<p>Measured 2026-01-31, on torch-2.0 and keras-3.9.</p>
<ul><li>Other output, 1: <a href="../../a/#topic-pair">A pair</a></li></ul>
<h3 id="other">Another heading</h3>
<p>Something else.</p>
"""


def test_the_feed_has_an_entry_for_each_version(tmp_path: Path) -> None:
    address = "https://example.org/measured/versions/"
    told = {"site_url": "https://example.org/", "site_name": "A"}
    feed = feed_of(built_page(tmp_path, STEP, VERSIONS.page, **told), VERSIONS)
    assert feed.count("<entry>") == 1
    for part in (
        f"<id>{address}#keras-3-9</id>",
        "<title>Keras 3.9, after 3.0</title>",
        "<updated>2026-01-31T00:00:00Z</updated>",
        "https://example.org/a/#topic-pair",
    ):
        assert part in feed
