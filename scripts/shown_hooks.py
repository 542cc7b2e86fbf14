"""Each page carries the key of what it shows, so that one that is stale is found.

`mkdocs` loads this file by itself, so it imports nothing of the program; the checks of
a built site import `key_of` from here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

INCLUDE = re.compile(r'^--8<-- "([^"]+)"$', re.MULTILINE)
NAME = "shown-key"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the key of the page into its head."""
    root = Path(config.config_file_path).parent
    key = key_of(page.file.content_string, root / "build" / "fragments")
    mark = f'<meta name="{NAME}" content="{key}">'
    return output.replace("</head>", f"{mark}</head>", 1)


def key_of(source: str, fragments: Path) -> str:
    """The key of a page: over its source and every fragment that it includes."""
    total = hashlib.blake2b(digest_size=8)
    for part in (source, *_included(source, fragments, ())):
        total.update(f"{len(part)}\n{part}".encode())
    return total.hexdigest()


def _included(text: str, fragments: Path, above: tuple[str, ...]) -> Iterator[str]:
    for name in INCLUDE.findall(text):
        path = fragments / name
        if name not in above and path.is_file():
            found = path.read_text(encoding="utf-8")
            yield found
            yield from _included(found, fragments, (*above, name))
