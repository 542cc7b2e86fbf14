"""Pages that are kept from an earlier build: same bytes, and never a wrong one."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

HOOKS = Path(__file__).parents[2] / "scripts" / "site" / "hooks"
CONFIG = {
    "site_name": "Small",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "markdown_extensions": [
        {"toc": {"permalink": True}},
        {"pymdownx.snippets": {"base_path": ["build"], "check_paths": True}},
    ],
    "validation": {"links": {"anchors": "warn"}},
    "hooks": [str(HOOKS / "kept_hooks.py")],
}
INDEX = '# First\n\n## One\n\n[other](other.md#two)\n\n--8<-- "part.md"\n'


class Site:
    """A small site with kept pages; `build` gives every file that it wrote."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        (root / "docs").mkdir()
        (root / "build").mkdir()
        self.write("mkdocs.yml", yaml.safe_dump(CONFIG))
        self.write("docs/index.md", INDEX)
        self.write("docs/other.md", "# Other\n\n## Two\n\nText.\n")
        self.write("build/part.md", "A fragment.\n")
        monkeypatch.chdir(root)  # where the includes are looked for
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text)

    def build(self) -> dict[str, bytes]:
        build(load_config(str(self.root / "mkdocs.yml")))
        site = self.root / "site"
        files = (p for p in site.rglob("*") if p.is_file())
        return {p.relative_to(site).as_posix(): p.read_bytes() for p in files}

    @property
    def kept(self) -> list[Path]:
        return sorted((self.root / ".cache/pages").glob("*.json"))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return Site(tmp_path, monkeypatch)


def test_a_kept_build_gives_the_same_bytes(site: Site) -> None:
    first, kept = site.build(), site.kept
    assert len(kept) == 4  # the conversion and the search entries of two pages
    written = [path.stat().st_mtime_ns for path in kept]
    assert site.build() == first
    assert [path.stat().st_mtime_ns for path in site.kept] == written


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("docs/index.md", "# Changed\n", b"Changed"),
        ("build/part.md", "Another fragment.\n", b"Another fragment"),
        ("build/part.md", '--8<-- "deeper.md"\n', b"Deeper still"),
        ("mkdocs.yml", yaml.safe_dump(CONFIG | {"site_name": "Large"}), b"Large"),
    ],
)
def test_what_changed_is_shown(site: Site, name: str, text: str, shown: bytes) -> None:
    site.write("build/deeper.md", "Deeper still.\n")
    site.build()
    site.write(name, text)
    assert shown in site.build()["index.html"]


def test_a_fragment_within_a_fragment(site: Site) -> None:
    site.write("build/part.md", '--8<-- "deeper.md"\n')
    site.write("build/deeper.md", "Before.\n")
    site.build()
    site.write("build/deeper.md", "After.\n")
    assert b"After." in site.build()["index.html"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b'{"state": {}}'])
def test_a_damaged_entry_is_made_again(site: Site, damage: bytes) -> None:
    first = site.build()
    for path in site.kept:
        path.write_bytes(damage)
    assert site.build() == first
    assert all(path.read_bytes() != damage for path in site.kept)


def test_one_flipped_letter_is_noticed(site: Site) -> None:
    first = site.build()
    for path in site.kept:
        path.write_bytes(path.read_bytes().replace(b"fragment", b"fragmemt"))
    assert site.build() == first


def test_a_warning_is_given_again(site: Site, caplog: pytest.LogCaptureFixture) -> None:
    site.write("docs/other.md", "# Other\n\n[gone](gone.md)\n")
    for _ in range(2):
        caplog.clear()
        with caplog.at_level(logging.WARNING, logger="mkdocs"):
            site.build()
        assert "'gone.md', but the target is not found" in caplog.text


def test_an_anchor_that_went_away_is_noticed(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.build()
    site.write("docs/other.md", "# Other\n\nNo heading.\n")
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        site.build()
    assert "does not contain an anchor '#two'" in caplog.text


def test_nothing_is_kept_where_nothing_can_be_written(site: Site) -> None:
    (site.root / ".cache").write_text("a file where a folder should be")
    assert b"A fragment." in site.build()["index.html"]
