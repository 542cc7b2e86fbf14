"""Pages that were converted before are not converted again.

Converting Markdown and reading pages for the search take nine tenths of a build. Both
depend on what the page holds and includes, on the configuration and on versions, and
are kept in `.cache/pages` under the hash of all that: deleting it is always safe.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import CountHandler

INCLUDE = re.compile(r'^--8<-- "([^"]+)"$', re.MULTILINE)
LANGUAGES = ("pygments", "markdown", "pymdown", "mkdocs", "nbconvert", "jupyter")
HOOKS = tuple(Path(__file__).parent.glob("*hooks.py"))
MOST = 20  # for each page, which takes two: some ten builds
State = dict[str, Any]


class Build:
    """What is looked at once in a build: it takes time for each file there is."""

    basis = b""
    pages = 0


BUILD = Build()


@event_priority(-100)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Look once at what every page depends on."""
    BUILD.basis = basis(config, files)
    BUILD.pages = len(files.documentation_pages())
    return nav


@event_priority(-100)  # after every other hook that changes the Markdown
def on_page_markdown(
    markdown: str, page: Page, config: MkDocsConfig, files: Files
) -> str:
    """Have the page restored where it was converted before, else kept after."""
    render = page.render
    key = page_key(markdown, page, config)

    def kept(config: MkDocsConfig, files: Files) -> None:
        state = read_kept(config, key)
        if state is None:
            with counting() as counted:
                render(config, files)
            if not counted.get_counts():
                write_kept(config, key, state_of(page))
        else:
            restore(page, files, state)

    page.render = kept  # type: ignore[method-assign]
    return markdown


def on_env(env: Any, config: MkDocsConfig, **_: object) -> Any:
    """Have the search take the entries of a page that it has read before."""
    search: Any = config.plugins["material/search"]
    index = search.search_index
    index.add_entry_from_context = keeping(index, config)
    return env


def on_post_build(config: MkDocsConfig, **_: object) -> None:
    """Forget the oldest of what is kept, so that it does not grow for ever."""
    found = list(place(config, "any").parent.glob("*.json"))
    most = MOST * BUILD.pages
    for path in sorted(found, key=lambda p: p.stat().st_mtime)[:-most]:
        path.unlink(missing_ok=True)


def page_key(markdown: str, page: Page, config: MkDocsConfig) -> str:
    """The hash of all that the conversion of a page depends on."""
    digest = hashlib.sha256(BUILD.basis)
    for part in (page.file.src_uri, markdown, *included(markdown, config)):
        digest.update(len(part).to_bytes(8, "big") + part.encode())
    return digest.hexdigest()


def included(
    markdown: str, config: MkDocsConfig, above: tuple[str, ...] = ()
) -> Iterator[str]:
    """Every fragment that the page includes, also within others; "" if missing."""
    folders = config.mdx_configs.get("pymdownx.snippets", {}).get("base_path", [])
    root = Path(config.config_file_path).parent
    for name in INCLUDE.findall(markdown):
        paths = [root / folder / name for folder in folders]
        found = next((path for path in paths if path.is_file()), None)
        text = found.read_text(encoding="utf-8") if found else ""
        yield text
        if name not in above:
            yield from included(text, config, (*above, name))


def basis(config: MkDocsConfig, files: Files) -> bytes:
    """What every page depends on: versions, configuration, and the names of files."""
    names = sorted(f"{file.src_uri} {file.dest_uri}" for file in files)
    told = [
        versions(),
        *(path.read_text(encoding="utf-8") for path in sorted(HOOKS)),
        repr(config.mdx_configs),
        repr(config.markdown_extensions),
        repr(config.validation),
        *(
            f"{name} {plugin.config!r}"
            for name, plugin in config.plugins.items()
            if isinstance(plugin, BasePlugin)
        ),
        repr(config.site_url),
        *names,
    ]
    return hashlib.sha256("\n".join(told).encode()).digest()


@lru_cache(maxsize=1)
def versions() -> str:
    """Packages that convert a page, with their versions, as their folders are named."""
    installed = (p.name.lower() for at in sys.path for p in Path(at).glob("*.*-info"))
    return repr(sorted(name for name in installed if name.startswith(LANGUAGES)))


def state_of(page: Page) -> State:
    """What a conversion leaves on a page, as JSON."""
    links = page.links_to_anchors or {}
    return {
        "content": page.content,
        "title": page._title_from_render,
        "named": page.__dict__.get("title"),
        "toc": [entry_of(item) for item in page.toc],
        "anchors": sorted(page.present_anchor_ids or ()),
        "links": {file.src_uri: found for file, found in links.items()},
    }


def restore(page: Page, files: Files, state: State) -> None:
    """Leave on the page what its conversion left."""
    page.content = state["content"]
    page._title_from_render = state["title"]
    if state["named"] is not None:
        page.title = state["named"]
    page.toc = TableOfContents([link_of(entry) for entry in state["toc"]])
    if page.toc.items:
        page.toc.items[0].active = True  # type: ignore[attr-defined]
    page.present_anchor_ids = set(state["anchors"])
    page.links_to_anchors = {
        files.src_uris[uri]: found for uri, found in state["links"].items()
    }


def entry_of(item: AnchorLink) -> list[Any]:
    """A line of the table of contents with those below it."""
    return [item.title, item.id, item.level, [entry_of(i) for i in item.children]]


def link_of(entry: list[Any]) -> AnchorLink:
    """The reverse of `entry_of`."""
    title, name, level, below = entry
    link = AnchorLink(title, name, level)
    link.children = [link_of(item) for item in below]
    return link


def keeping(index: Any, config: MkDocsConfig) -> Callable[[Page], None]:
    """The method that adds a page to the search, which remembers what it added."""
    add = index.add_entry_from_context

    def add_kept(page: Page) -> None:
        toc = repr([entry_of(item) for item in page.toc])
        parts = (versions(), page.url, str(page.title), repr(page.meta), toc)
        text = "\0".join((*parts, page.content or ""))
        key = hashlib.sha256(b"search" + text.encode()).hexdigest()
        state = read_kept(config, key)
        if state is None:
            before = len(index.entries)
            add(page)
            write_kept(config, key, {"entries": index.entries[before:]})
        else:
            index.entries.extend(state["entries"])

    return add_kept


@contextlib.contextmanager
def counting() -> Iterator[CountHandler]:
    """Count the warnings of a conversion: one that warns has to warn again."""
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(counter)
    try:
        yield counter
    finally:
        logger.removeHandler(counter)


def place(config: MkDocsConfig, key: str) -> Path:
    """Where a state is kept."""
    root = Path(config.config_file_path).parent
    return root / ".cache" / "pages" / f"{key}.json"


def read_kept(config: MkDocsConfig, key: str) -> State | None:
    """The state under `key`; None where there is none or it is not whole."""
    try:
        kept = json.loads(place(config, key).read_bytes())
    except (OSError, ValueError):
        return None
    whole = isinstance(kept, dict) and kept.get("sum") == checksum(kept.get("state"))
    return kept["state"] if whole else None


def write_kept(config: MkDocsConfig, key: str, state: State) -> None:
    """Keep a state, whole or not at all; a cache that cannot be written is none."""
    path = place(config, key)
    content = json.dumps({"sum": checksum(state), "state": state})
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
        Path(temporary).replace(path)


def checksum(state: object) -> str:
    """The hash of a state, so that one that was damaged is not taken for whole."""
    return hashlib.sha256(json.dumps(state, sort_keys=True).encode()).hexdigest()
