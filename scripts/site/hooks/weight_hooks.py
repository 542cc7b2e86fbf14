"""What no reader sees is not sent: indentation of the theme, marks for the search.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import re

INDENTED = re.compile(r"\n\s+")
CONTENT = "<article"  # from here on, white space may be part of a program
MARK = re.compile(r'(<[a-z][^<>]*?) data-search-exclude(?:="")?(?=[ >])')


def on_post_page(output: str, **_: object) -> str:
    """The page without them, after the search has read it."""
    head, content, rest = output.partition(CONTENT)
    return INDENTED.sub("\n", head) + content + MARK.sub(r"\1", rest)
