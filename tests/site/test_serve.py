"""Serving: what is saved is shown at once, by itself, and as a whole build shows it."""

from __future__ import annotations

import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository import SNIPPET, Repository
from tests.served import BIN, Served, build, configure, environment, serving

PAGES = {
    "index.md": 'Two pairs.\n\n--8<-- "topic/pair.md"\n\n--8<-- "topic/other.md"\n',
    "status.md": '[the pair](index.md#topic-pair)\n\n--8<-- "status.md"\n',
    "dictionary.md": '--8<-- "dictionary.md"\n',
    "glossary.md": "pair\n:   One comparison.\n",
}


def write_page(root: Path, name: str, text: str, told: str = "A page.") -> None:
    title = f"# {name.removesuffix('.md')}"
    content = f"---\ndescription: {told}\n---\n\n{title}\n\n{text}"
    (root / "docs" / name).write_text(content)


def write_snippet(root: Path, last: str = 'print("done")') -> None:
    """Save the PyTorch side of the pair with another last line."""
    path = root / "snippets" / "topic/pair" / "in_pytorch.py"
    path.write_text(SNIPPET.replace('print("done")', last).lstrip())


def whole_builds(served: Served) -> int:
    return "".join(served.said).count("Building documentation")


@pytest.fixture
def served(repository: Repository) -> Iterator[Served]:
    """A small site, served as `make serve` does."""
    root = repository.project.root
    repository.pair()
    repository.pair("topic/other")
    (root / "docs").mkdir()
    for name, text in PAGES.items():
        write_page(root, name, text)
    with serving(root, configure(root), LIVE="1") as server:
        yield server


def test_a_saved_snippet_is_shown_at_once_and_the_page_reloads_once(
    served: Served,
) -> None:
    """Every page is then as in a whole build, though only some were built."""
    before = served.version()
    for said in ("saved once", "saved twice"):
        shown = served.reloaded(lambda: write_snippet(served.root, f'print("{said}")'))  # noqa: B023
        assert said in shown
    assert "saved once" not in shown
    after = served.version()
    assert served.differing(build(served.root)) == []
    assert before < served.version() == after
    assert whole_builds(served) == 1


def test_a_failing_snippet_is_told_and_what_was_good_stays(served: Served) -> None:
    shown = served.reloaded(
        lambda: write_snippet(served.root, 'raise ValueError("no")')
    )
    assert 'role="alert"' in shown
    assert "error on pytorch: ValueError: no" in shown
    assert "ValueError: no" in "".join(served.said)
    assert "done" in shown
    assert 'role="alert"' not in served.get("status/")
    assert 'role="alert"' not in served.reloaded(lambda: write_snippet(served.root))
    assert served.differing(build(served.root)) == []


def test_a_saved_page_is_shown_with_what_it_changes_elsewhere(served: Served) -> None:
    """A whole build where other pages tell of it, or it is new."""
    for name, text, told, builds in (
        ("index.md", PAGES["index.md"] + "\nMore.\n", "A page.", 1),
        ("status.md", PAGES["status.md"], "Another description.", 2),
        ("new.md", "Something new.\n", "A new page.", 3),
        ("glossary.md", "pair\n:   Two programs.\n", "A page.", 4),
    ):
        served.reloaded(lambda: write_page(served.root, name, text, told))  # noqa: B023
        assert served.differing(build(served.root)) == []
        assert whole_builds(served) == builds


def test_a_port_in_use_is_told_before_anything_is_built(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    write_page(tmp_path, "index.md", "Text.\n")
    port = configure(tmp_path)
    with socket.create_server(("127.0.0.1", port)):
        done = subprocess.run(
            [BIN / "mkdocs", "serve"],
            cwd=tmp_path,
            env=environment(LIVE="1"),
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    told = done.stdout + done.stderr
    assert f"127.0.0.1:{port}: cannot be served: Address already in use" in told
    assert f"make ADDRESS=127.0.0.1:{port + 1} serve" in told
    found = {path.name for path in tmp_path.iterdir()}
    assert found == {"docs", "mkdocs.yml"}
