"""The site as a folder: every link leads to a file, and nothing needs an address."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from scripts.cli.main import main
from scripts.core.project import HERE, Project
from scripts.site.checks.site_check import check_site

pytestmark = pytest.mark.xdist_group("offline")  # one process builds and reads it


def test_every_link_names_a_file_and_no_folder(folder: Path) -> None:
    assert [*folder.glob("*/index.html")] == []
    assert list(map(str, check_site(Project(HERE), folder))) == []


def test_what_needs_an_address_or_a_server_is_not_there(folder: Path) -> None:
    for name in (
        "sitemap.xml",
        "sitemap.xml.gz",
        "feed.xml",
        "versions.xml",
        "404.html",
    ):
        assert not (folder / name).exists(), name
    for page in folder.rglob("*.html"):
        head = page.read_text(encoding="utf-8").partition("</head>")[0]
        assert not re.search('rel="canonical"|application/atom|og:', head), page


def test_the_folder_is_packed_whole_and_the_same_twice(folder: Path) -> None:
    assert main(["pack", str(folder)]) == 0
    target = folder.with_name(f"{folder.name}.zip")
    first = target.read_bytes()
    with zipfile.ZipFile(target) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    found = (path for path in folder.rglob("*") if path.is_file())
    there = {p.relative_to(folder.parent).as_posix(): p.read_bytes() for p in found}
    assert packed == there
    target.unlink()
    for path in folder.rglob("*"):
        path.touch()
    assert main(["pack", str(folder)]) == 0
    assert target.read_bytes() == first


def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", str(tmp_path / "nowhere")]) == 1
    assert "is no folder with files; build it: make offline" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
