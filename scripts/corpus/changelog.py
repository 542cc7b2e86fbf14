"""What changed, by day: `CHANGELOG.md` as a page, from which the feed is made."""

from __future__ import annotations

import itertools
import re
from datetime import date
from pathlib import Path

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, read_bytes

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
REMEDY = "open each section with its day, the newest first: ## 2026-01-31"


def read_changelog(project: Project) -> str:
    """The sections of the changelog; empty where there is no such file.

    A section is a day, which is its address on the page and its name in the
    feed: raises `Problems` where one is not a day or not older than the one above.
    """
    text = (read_bytes(project.changelog) or b"").decode()
    where = project.show(project.changelog)
    if found := _faults(where, SECTION.findall(text)):
        raise Problems(found)
    first = SECTION.search(text)
    return text[first.start() :] if first else ""


def _faults(where: str, titles: list[str]) -> list[Problem]:
    faults = [
        Problem(where, f"the section {title!r} is not a day", REMEDY)
        for title in titles
        if not _is_day(title)
    ]
    for above, below in itertools.pairwise(titles):
        if _is_day(above) and _is_day(below) and below >= above:
            what = f"the section {below} stands below {above}"
            faults.append(Problem(where, what, REMEDY))
    return faults


def _is_day(title: str) -> bool:
    try:
        return date.fromisoformat(title).isoformat() == title
    except ValueError:
        return False


def render_changelog(project: Project) -> dict[Path, bytes]:
    """The fragment that the page of changes includes; nothing without a changelog."""
    text = read_changelog(project)
    return {project.fragments / "changes.md": text.encode()} if text else {}
