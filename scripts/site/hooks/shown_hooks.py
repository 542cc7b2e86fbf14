"""Each page carries the key of what it shows, so that one that is stale is found.

`mkdocs` loads this file by itself, so it imports nothing of the program; the checks of
a built site import `key_of` from here. Other hooks find `included` in the
configuration, under `extra`.
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


def on_config(config: MkDocsConfig) -> None:
    """Let other hooks find what a page includes."""
    config.extra["included"] = included


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Put the key of the page into its head."""
    root = Path(config.config_file_path).parent
    key = key_of(page.file.content_string, root / "build" / "fragments")
    mark = f'<meta name="{NAME}" content="{key}">'
    return output.replace("</head>", f"{mark}</head>", 1)


def key_of(source: str, fragments: Path) -> str:
    """The key of a page: over its source and every fragment that it includes."""
    total = hashlib.blake2b(digest_size=8)
    for part in (source, *included(source, [fragments])):
        total.update(f"{len(part)}\n{part}".encode())
    return total.hexdigest()


def included(
    text: str, folders: list[Path], above: tuple[str, ...] = ()
) -> Iterator[str]:
    """Every fragment that a text includes from the folders, also within others."""
    for name in INCLUDE.findall(text):
        for path in [folder / name for folder in folders if name not in above]:
            if path.is_file():
                found = path.read_text(encoding="utf-8")
                yield found
                yield from included(found, folders, (*above, name))
