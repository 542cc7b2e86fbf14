"""Serving: what is saved is run, drawn and shown, and only then the page reloads.

Before each build a process that is kept, `python -m scripts live`, brings results up
to date; `mkdocs build` draws what is committed. With `LIVE=1`, which `make serve`
sets, snippets are run as well.

`mkdocs` loads this file by itself, so it imports nothing of the program.
"""

from __future__ import annotations

import html
import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

log = logging.getLogger("mkdocs.hooks.live")
GENERATED = re.compile(r"docs/(downloads|data)/|docs/notebooks/[^/]+\.ipynb$|/\.")
FOLDERS = ("snippets", "debugging", "docs", "overrides", "scripts/templates")
WATCHED = (*FOLDERS, "mkdocs.yml", "CHANGELOG.md")
CHANGES = ("created", "modified", "deleted", "moved")
ARTICLE = '<article class="md-content__inner md-typeset">'
COMMAND = [sys.executable, "-m", "scripts", "live"]


class Live:
    """The kept process, and what it last said is wrong."""

    process: subprocess.Popen[str] | None = None
    serving = False

    def __init__(self) -> None:
        self.problems: list[dict[str, str]] = []

    def look(self, root: Path) -> None:
        """Bring results up to date; afterwards `problems` is what is wrong."""
        if self.process is None or self.process.poll() is not None:
            runs = ["--runs"] if os.environ.get("LIVE") else []
            self.process = subprocess.Popen(
                [*COMMAND, *runs, "--project", str(root)],
                cwd=root,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        answer = self._ask(self.process)
        self.problems = answer["problems"]
        # A build has to fail; while serving the page tells, and is served.
        level = logging.INFO if self.serving else logging.WARNING
        for problem in self.problems:
            log.log(level, problem["text"])

    def _ask(self, process: subprocess.Popen[str]) -> dict[str, Any]:
        assert process.stdin
        assert process.stdout
        process.stdin.write("\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if line:
            answer: dict[str, Any] = json.loads(line)
            return answer
        text = "scripts: has ended unexpectedly; look above, then run: make serve"
        return {"problems": [{"where": "scripts", "text": text}]}

    def close(self) -> None:
        """Let the kept process end, and with it the parents of the runtimes."""
        if self.process is not None and self.process.stdin:
            self.process.stdin.close()
            self.process.wait()


LIVE = Live()


def on_startup(command: str, **_: object) -> None:
    """Remember whether this is a build or a server."""
    LIVE.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Run, certify and draw what was saved; problems are shown, and logged."""
    LIVE.look(root_of(config))


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Show what is wrong on top of the pages that it concerns."""
    source = page.file.content_string
    texts = [p["text"] for p in LIVE.problems if concerns(p["where"], source)]
    shown = "".join(f"<p>{html.escape(text)}</p>" for text in texts)
    banner = f'<div class="admonition failure" role="alert">{shown}</div>'
    return output.replace(ARTICLE, ARTICLE + banner, 1) if texts else output


def on_serve(
    server: LiveReloadServer, config: MkDocsConfig, **_: object
) -> LiveReloadServer:
    """Watch what people write, at once, instead of everything twice a second."""
    for path in list(server._watched_paths):
        server.unwatch(path)
    config.watch.clear()
    server.observer = Observer()  # type: ignore[assignment]
    watcher = Watcher(server, root_of(config))
    for name in WATCHED:
        target = root_of(config) / name
        server.observer.schedule(watcher, str(target), recursive=target.is_dir())
        server._watched_paths[str(target)] = 1
    return server


def on_shutdown() -> None:
    """End the kept process with the server."""
    LIVE.close()


def root_of(config: MkDocsConfig) -> Path:
    """The checkout that holds `mkdocs.yml`."""
    return Path(config.config_file_path).parent


def concerns(where: str, source: str) -> bool:
    """Whether a page shows what a problem is about; every page, if none can tell."""
    pair = re.match(r"snippets/([^/]+/[^/:]+)", where)
    return pair is None or f'--8<-- "{pair[1]}.md"' in source


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
            self.server._want_rebuild = True
            self.server._rebuild_cond.notify_all()
