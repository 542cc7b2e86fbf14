"""The preview: what is saved stands in the open page, and as a whole build has it."""

from __future__ import annotations

import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.repository import TOML
from tests.served import (
    BUILT,
    PATIENCE,
    Event,
    Served,
    build,
    command,
    configure,
    environment,
    get,
    serving,
    small_checkout,
    status_of,
    write_page,
    write_snippet,
)

PAIRS = ("saved", "failing", "spoilt", "away", "crashing", "claimed")
PATH = "below/here/"
pytestmark = pytest.mark.xdist_group("serve")  # one server for all
ALERT = 'role="alert"'
FAILS = 'raise ValueError("no")'
BROKEN = "def on_page_markdown(*a, **k):\n    raise RuntimeError('a hook')\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small site below a path, served as `make serve` does."""
    root = small_checkout(tmp_path_factory.mktemp("served") / "checkout", PAIRS)
    port = configure(root)
    address = f"http://127.0.0.1:{port}/{PATH}"
    with (root / "mkdocs.yml").open("a") as file:
        file.write(f"site_url: {address}\n")
    with serving(root, port, PATH) as server:
        yield server


def sections(event: Event) -> str:
    return "".join(event.told.get("sections", {}).values())


def banners(event: Event) -> str:
    return "".join(event.told["banners"].values())


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


def test_a_build_that_crashes_is_told_and_the_site_stays(served: Served) -> None:
    path, window = served.root / "mkdocs.yml", served.open()
    good, before = path.read_text(), served.builds()
    (served.root / "broken.py").write_text(BROKEN)
    path.write_text(good.replace("hooks:\n", "hooks:\n- broken.py\n"))
    event = window.until(lambda e: bool(e.told.get("banners")))
    assert "the site cannot be built" in banners(event)
    assert "RuntimeError: a hook" in banners(event)
    assert "#topic-saved" in served.get()
    assert served.builds() == before
    path.write_text(good)
    served.told(BUILT, before + 1)
    assert window.until(lambda e: not e.told.get("banners")).kind == "change"


def test_a_runner_that_was_killed_is_started_again(served: Served) -> None:
    window = served.open("crashing/")
    found = [p for p in served.processes() if "preview.worker" in " ".join(p.cmdline())]
    found[0].kill()
    for said in ("first", "second"):
        write_snippet(served.root, "crashing", f'print("{said}")')
    event = window.until(lambda e: "second" in sections(e))
    assert banners(event) == ""


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


def test_whoever_was_away_looks_again(served: Served) -> None:
    """A laptop that was closed: nothing is missed, and nothing is asked for in vain."""
    window, other = served.open("away/"), served.open("away/")
    assert window.connect_again().kind == "open"
    window.connection.close()
    write_snippet(served.root, "away", 'print("meanwhile")')
    assert "meanwhile" in sections(other.next())
    assert window.connect_again().kind == "reload"
    assert "meanwhile" in served.get("away/")


def test_addresses_lead_where_they_lead_when_it_is_published(served: Served) -> None:
    host = served.address.removesuffix(PATH)
    assert served.get("saved") == served.get("saved/")
    assert get(host).partition("<body")[2] == get(served.address).partition("<body")[2]
    assert f'href="/{PATH}' in get(f"{served.address}nowhere/at/all/")
    for nowhere in ("nowhere/at/all/", "../../mkdocs.yml", "%2e%2e/mkdocs.yml"):
        assert status_of(served.address + nowhere) == 404


def test_nothing_of_the_preview_is_in_a_site(served: Served) -> None:
    folder = build(served.root)
    pages = [path.read_text() for path in folder.rglob("*.html")]
    assert not any("preview" in page for page in pages)


@pytest.mark.parametrize("last", ['print("other")', "while True: pass"])
def test_ctrl_c_ends_everything(tmp_path: Path, last: str) -> None:
    """Also a run that goes on, a build, and windows that are open."""
    root = small_checkout(tmp_path / "checkout", ["saved"])
    with serving(root, configure(root)) as served:
        window, started = served.open("saved/"), served.processes()
        write_snippet(root, "saved", last)
        if "while" not in last:
            assert window.next().kind == "change"
        started += served.processes()
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(PATIENCE) == 0
        assert psutil.wait_procs(started, PATIENCE)[1] == []
    assert list((root / ".cache/preview").iterdir()) == []


def test_a_port_in_use_is_told_before_anything_is_built(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    write_page(tmp_path, "index.md", "Text.")
    port = configure(tmp_path)
    with socket.create_server(("127.0.0.1", port)):
        done = subprocess.run(
            command(tmp_path, port),
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert f"127.0.0.1:{port}: cannot be served: Address already in use" in told
    assert f"make ADDRESS=127.0.0.1:{port + 1} serve" in told
    assert {path.name for path in tmp_path.iterdir()} == {"docs", "mkdocs.yml"}
