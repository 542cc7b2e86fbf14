"""Serving: what is drawn from committed results is shown, and then the page reloads.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import html
import logging
import os
import re
import socket
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

log = logging.getLogger("mkdocs.hooks.live")
GENERATED = re.compile(r"docs/(downloads|data)/|docs/notebooks/[^/]+\.ipynb$|/\.")
FOLDERS = ("snippets", "docs", "overrides", "scripts/pages/templates")
WATCHED = (*FOLDERS, "mkdocs.yml", "CHANGELOG.md")
CHANGES = ("created", "modified", "deleted", "moved")
ARTICLE = '<article class="md-content__inner md-typeset">'
COMMAND = [sys.executable, "-m", "scripts", "render"]


class Live:
    """What is wrong with what is drawn, and what was saved since it was."""

    serving = False
    listening = False

    def __init__(self) -> None:
        self.problems: list[dict[str, str]] = []
        self.saved: set[str] = set()

    def look(self, root: Path, pairs: Collection[str] = ()) -> None:
        """Draw what is committed; afterwards `problems` is what is wrong."""
        done = subprocess.run(
            [*COMMAND, "--project", str(root)],
            cwd=root,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        lines = done.stderr.splitlines() if done.returncode else []
        self.problems = [{"where": line, "text": line} for line in lines]
        # A build has to fail; while serving the page tells, and is served.
        level = logging.INFO if self.serving else logging.WARNING
        for line in lines:
            log.log(level, line)

    def take_saved(self) -> set[str]:
        """The names of the files that were saved since this was asked last."""
        saved, self.saved = self.saved, set()
        return saved

    def told(self, source: str) -> list[str]:
        """What is wrong with what a page shows, given its Markdown."""
        return [p["text"] for p in self.problems if concerns(p["where"], source)]


LIVE = Live()


def on_startup(command: str, **_: object) -> None:
    """Remember whether this is a build or a server."""
    LIVE.serving = command == "serve"


def on_config(config: MkDocsConfig) -> None:
    """Let `quick_hooks` find the kept process; see that somebody can be served."""
    config.extra["live"] = LIVE
    if LIVE.serving and not LIVE.listening:
        check_free(*config.dev_addr)


def on_pre_build(config: MkDocsConfig) -> None:
    """Run, certify and draw what was saved; problems are shown, and logged.

    With `DRAWN=1`, which `python -m scripts publish` sets, that was done just before.
    """
    if not os.environ.get("DRAWN"):
        LIVE.look(root_of(config))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Show what is wrong on top of the pages that it concerns."""
    texts = LIVE.told(page.file.content_string)
    shown = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    banner = f'<div class="admonition failure" role="alert">{shown}</div>'
    return output.replace(ARTICLE, ARTICLE + banner, 1) if texts else output


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, **_: object
) -> LiveReloadServer:
    """Watch what people write, at once, instead of everything twice a second."""
    LIVE.listening = True
    for path in list(server._watched_paths):
        server.unwatch(path)
    config.watch.clear()
    server.observer = Observer()  # type: ignore[assignment]
    watcher = Watcher(server, root_of(config))
    for target in filter(Path.exists, map(root_of(config).joinpath, WATCHED)):
        server.observer.schedule(watcher, str(target), recursive=target.is_dir())
        server._watched_paths[str(target)] = 1
    return server


def check_free(host: str, port: int) -> None:
    """End with a message, before anything is built, where the port is in use."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        why = os.strerror(error.errno or 0)
        raise Abort(
            f"{host}:{port}: cannot be served: {why}; end what serves there,"
            f" or name another: make ADDRESS=127.0.0.1:{port + 1} serve"
        ) from None


def root_of(config: MkDocsConfig) -> Path:
    """The checkout that holds `mkdocs.yml`."""
    return Path(config.config_file_path).parent


def concerns(where: str, source: str) -> bool:
    """Whether a page shows what a problem is about; every page, if none can tell."""
    pair = pair_of(where)
    return not pair or f'--8<-- "{pair}.md"' in source


def pair_of(where: str) -> str:
    """The pair that a problem is about, as `topic/pair`; empty if about none."""
    found = re.match(r"snippets/([^/]+/[^/:]+)", where)
    return found[1] if found else ""


class Watcher(FileSystemEventHandler):
    """Has the server build again when something was saved that is not generated."""

    def __init__(self, server: LiveReloadServer, root: Path) -> None:
        self.server, self.root = server, root

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Take note of a change; reading a file is none."""
        paths = [str(p) for p in (event.src_path, event.dest_path) if p]
        names = [Path(path).relative_to(self.root).as_posix() for path in paths]
        if event.is_directory or event.event_type not in CHANGES:
            return
        if all(GENERATED.search(name) for name in names):
            return
        with self.server._rebuild_cond:
            LIVE.saved.update(names)
            self.server._want_rebuild = True
            self.server._rebuild_cond.notify_all()
