"""What the search of the site knows of a page.

The theme fetches the whole index with the first page, so it holds what people search
by: titles, what a page begins with, the question and the words of a pair, and claims.
Programs, outputs and prose are left to the pages themselves.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import re

BLOCK = re.compile(r"<(p|pre|ul|ol|table|figure|form)((?: [^>]*)?)>")
KNOWN = re.compile(r'class="(?:pair-question|pair-words|claim-said)"')
EXCLUDED = "data-search-exclude"


def on_page_content(html: str, **_: object) -> str:
    """Mark every block that the search need not read, but for the first paragraph."""
    lead = re.search(r"<p[ >]", html)
    start = lead.end() if lead else 0
    return html[:start] + BLOCK.sub(_marked, html[start:])


def _marked(block: re.Match[str]) -> str:
    name, attributes = block.groups()
    if KNOWN.search(attributes) or EXCLUDED in attributes:
        return block[0]
    return f"<{name}{attributes} {EXCLUDED}>"
