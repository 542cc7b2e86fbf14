"""Pieces of Markdown that several pages are put together from."""

from __future__ import annotations

import re

from scripts.core.markup import encode, escape


def one_line(text: str) -> str:
    """`text` as a paragraph that is written on one line."""
    return " ".join(text.split())


def link(text: str, address: str) -> str:
    """A link to an address from the root of the site, which checks follow."""
    page, _, place = address.partition("#")
    return f"[{escape(text)}](/{page.rstrip('/') or 'index'}.md#{place})"


def fence(text: str, language: str) -> str:
    """A fenced block that nothing within it can end."""
    longest = max(map(len, re.findall(r"`{3,}", text)), default=2)
    marks = "`" * (longest + 1)
    return f"{marks}{language}\n{text.rstrip()}\n{marks}"


def folded(summary: str, content: str) -> str:
    """A block that opens on demand, such as the numbers behind a figure."""
    return (
        f"<details data-search-exclude markdown>\n<summary>{encode(summary)}</summary>"
        f"\n\n{content}\n\n</details>"
    )
