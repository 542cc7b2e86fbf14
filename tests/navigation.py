"""What `mkdocs.yml` lists, for the tests that go through all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import yaml

from scripts.core.project import HERE


def nav() -> dict[str, str]:
    """The pages of `mkdocs.yml`, by file, in their order."""
    text = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    plain = re.sub(r"!ENV ", "", text)
    return dict(flatten(yaml.safe_load(plain)["nav"]))


def flatten(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """File and title of every page below some entries of the navigation."""
    for entry in entries:
        for title, below in entry.items():
            if isinstance(below, str):
                yield below, title
            else:
                yield from flatten(below)


def address_of(page: str) -> str:
    """Where a page is on the site, by its file below `docs/`."""
    address = PurePath(page).with_suffix("").as_posix()
    return "./" if address == "index" else f"{address}/"
