"""`make serve`: nothing is lost or hangs, addresses lead on, and it ends whole."""

from __future__ import annotations

import signal
import socket
import subprocess
from pathlib import Path

import psutil
import pytest

from tests.served import (
    BUILT,
    PATIENCE,
    Served,
    banners,
    command,
    get,
    sections,
    serving,
    status_of,
)
from tests.site.conftest import PATH
from tests.small_checkout import (
    build,
    configure,
    environment,
    small_checkout,
    write_snippet,
)

pytestmark = pytest.mark.xdist_group("serve")  # one server for all
BROKEN = "def on_page_markdown(*a, **k):\n    raise RuntimeError('a hook')\n"


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
    root = small_checkout(tmp_path / "checkout", ["saved"])
    port, before = configure(root), {path.name for path in root.iterdir()}
    with socket.create_server(("127.0.0.1", port)):
        done = subprocess.run(
            command(root, port),
            cwd=root,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert f"127.0.0.1:{port}: cannot be served: Address already in use" in told
    assert f"make ADDRESS=127.0.0.1:{port + 1} serve" in told
    assert {path.name for path in root.iterdir()} == before
