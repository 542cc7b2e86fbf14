"""The guides for contributors: what they and the program's messages name is there."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from scripts.cli.program_guide import PAGE, TRIP, drawing, rooms, sizes, trip
from scripts.core.project import HERE
from tests.repository import Repository

GUIDES = [
    HERE / "README.md",
    HERE / "CONTRIBUTING.md",
    HERE / ".github" / "pull_request_template.md",
    *sorted((HERE / ".github" / "guides").glob("*.md")),
]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)")
SOURCES = sorted((HERE / "scripts").rglob("*.py"))
every_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)


def anchors(page: Path) -> set[str]:
    """The addresses that GitHub gives to the headings of a page."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.DOTALL | re.MULTILINE)
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}


@every_guide
def test_links_lead_to_files_and_headings(guide: Path) -> None:
    for name, anchor in LINK.findall(guide.read_text(encoding="utf-8")):
        target = guide.parent / name if name else guide
        assert target.exists(), name
        assert not anchor or anchor in anchors(target), f"{name}#{anchor}"


@every_guide
def test_commands_of_make_are_in_the_makefile(guide: Path) -> None:
    makefile = (HERE / "Makefile").read_text(encoding="utf-8")
    known = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = guide.read_text(encoding="utf-8")
    codes = re.findall(r"^make [^#\n]*|`make [^`]+`", text, re.MULTILINE)
    for code in codes:
        words = [
            word
            for word in code.strip("`").split()[1:]
            if re.fullmatch("[a-z-]+", word)
        ]
        assert set(words) <= known, code


def test_every_guide_is_in_the_table_of_contents() -> None:
    contents = (HERE / ".github" / "guides" / "README.md").read_text(encoding="utf-8")
    first = (HERE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for guide in (HERE / ".github" / "guides").glob("[a-z]*.md"):
        assert f"]({guide.name})" in contents
        assert f"](.github/guides/{guide.name})" in first


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_messages_name_guides_that_are_there(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    for name, heading in re.findall(
        r"see (.github/guides/[a-z-]+\.md)(?:, '([^']+)')?", text
    ):
        assert (HERE / name).is_file()
        assert not heading or f"# {heading}\n" in (HERE / name).read_text()


def test_the_guide_to_the_program_is_that_of_the_code() -> None:
    made = "\n\n".join([drawing(rooms()), sizes(rooms()), trip()])
    assert made in PAGE.read_text(encoding="utf-8"), "draw it: python -m scripts guide"


def test_a_snippet_comes_by_what_the_guide_says(
    repository: Repository,
) -> None:
    """In this process, what the guide names is called in the order of the guide."""
    repository.pair()
    seen = calls_of(repository.run)
    here = [stop for stop in TRIP if ".child." not in stop and "site." not in stop]
    assert [stop for stop in seen if stop in here] == here


def calls_of(run: Callable[[], object]) -> list[str]:
    """The functions of the program that a run calls, each once, as `module:name`."""
    seen: dict[str, None] = {}

    def note(frame: FrameType, event: str, _: object) -> None:
        module = str(frame.f_globals.get("__name__", ""))
        if event == "call" and module.startswith("scripts."):
            name = frame.f_code.co_qualname
            seen.setdefault(f"{module.removeprefix('scripts.')}:{name}")

    sys.setprofile(note)
    try:
        run()
    finally:
        sys.setprofile(None)
    return list(seen)
