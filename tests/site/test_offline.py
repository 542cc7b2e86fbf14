"""The site as a folder: every link leads to a file, and nothing needs an address."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.published import BIN

pytestmark = pytest.mark.xdist_group("offline")  # one process builds and reads it


def test_every_link_names_a_file_and_no_folder(folder: Path) -> None:
    pages = [str(page) for page in sorted(folder.rglob("*.html"))]
    arguments = ["--offline", "--include-fragments", "--no-progress"]
    done = subprocess.run(
        [str(BIN / "lychee"), *arguments, "--index-files", "", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d+ Total", done.stdout), done.stdout


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
