"""Serving: the pages that show what was saved are built first, the rest a moment later.

The browser reloads as soon as the first are there; whoever asks for one of the others
meanwhile waits for it. What is in no page, such as the navigation, takes a whole build.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

INCLUDE = re.compile(r'^--8<-- "([^"]+)\.md"$', re.MULTILINE)
PAIR = re.compile(r"snippets/([a-z0-9-]+/[a-z0-9-]+)/[^/]+$")
# On these every page depends, or more than pages.
WHOLE = re.compile(
    r"mkdocs\.yml$|overrides/|docs/(stylesheets|javascripts)/|docs/glossary\.md$"
)
FIXED = re.compile(r"(livereload|assets|stylesheets|javascripts|search)/")
SETTLES = 0.03  # seconds in which an editor writes all that it writes
IDLE = 1.0  # seconds without a save, after which the rest is built


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, **_: object
) -> LiveReloadServer:
    """Have the server build what was saved, by pages where that will do."""
    quick = Quick(server, config)
    server.build_delay, server.builder = SETTLES, quick
    server.set_app(quick.answer)
    return server


class Quick:
    """Builds in place of the builder of the server, and says when to wait."""

    def __init__(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        self.server, self.whole = server, server.builder
        # Both live as long as the server, whatever configuration is read again.
        self.live, self.built = config.extra["live"], config.extra["built"]
        self.root = Path(config.config_file_path).parent
        self.behind = False  # whether there may be pages that are not up to date
        self.asked = False  # whether somebody waits for one of them
        self.ready: set[str] = set()  # the addresses of those that are

    def __call__(self) -> None:
        """Build what was saved."""
        with self.server._rebuild_cond:
            saved = self.live.take_saved()
        try:
            if any(map(WHOLE.match, saved)) or not self._by_pages(saved):
                self.whole()
                self._release()
        except BaseException:
            self.built.site = None
            self._release()
            raise

    def _by_pages(self, saved: set[str]) -> bool:
        """Build pages; whether that will do."""
        if self.built.site is None:
            return False
        pairs = {p[1] for p in map(PAIR.match, saved) if p and self._was_drawn(p[1])}
        if pairs:
            self.live.look(self.root, sorted(pairs))
        first = self.built.site.refresh(lambda file: shows(file, saved, pairs))
        if first:
            self._publish(first)
            if self._is_saved_again():
                return True
        return first is not None and self._rest(first)

    def _was_drawn(self, pair: str) -> bool:
        """Whether a pair is whole, and was drawn before."""
        declared = self.root / "snippets" / pair / "pair.toml"
        drawn = self.root / "build" / "fragments" / f"{pair}.md"
        return declared.exists() and drawn.exists()

    def _rest(self, first: list[Page]) -> bool:
        """Build what else has changed; whether that will do."""
        self.live.look(self.root)
        again = self.built.site.refresh(lambda file: True)
        if again is None:
            return False
        self.built.site.copy()
        self.built.site.finish()
        if any(page in first for page in again):
            self.server._wanted_epoch = round(time.monotonic() * 1000)
        self._release()
        return True

    def _publish(self, pages: list[Page]) -> None:
        """Have browsers reload; what is not built yet is waited for."""
        with self.server._epoch_cond:
            self.behind, self.ready = True, {page.url for page in pages}
            self.server._visible_epoch = self.server._wanted_epoch
            self.server._epoch_cond.notify_all()

    def _is_saved_again(self) -> bool:
        """Wait until nothing is saved for a while, or somebody waits."""
        server = self.server
        with server._rebuild_cond:
            server._rebuild_cond.wait_for(
                lambda: server._want_rebuild or server._shutdown or self.asked, IDLE
            )
            return server._want_rebuild or server._shutdown

    def _release(self) -> None:
        """Everything is up to date, or cannot be."""
        with self.server._epoch_cond:
            self.behind = self.asked = False
            self.server._epoch_cond.notify_all()

    def answer(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Serve a file, once it is up to date."""
        name = environ["PATH_INFO"].removeprefix(self.server.mount_path).lstrip("/")
        if self.behind and name not in self.ready and not FIXED.match(name):
            with self.server._rebuild_cond:
                self.asked = True
                self.server._rebuild_cond.notify_all()
            with self.server._epoch_cond:
                self.server._epoch_cond.wait_for(lambda: not self.behind)
        return self.server.serve_request(environ, start)


def shows(file: File, saved: set[str], pairs: set[str]) -> bool:
    """Whether a page was saved, or includes one of the pairs."""
    if f"docs/{file.src_uri}" in saved:
        return True
    return bool(pairs and pairs.intersection(INCLUDE.findall(file.content_string)))
