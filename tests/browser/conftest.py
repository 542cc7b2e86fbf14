"""A browser, and the site served below a path, as on GitHub Pages."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

PATIENCE = 300_000  # ms, for a browser that hangs
expect.set_options(timeout=PATIENCE)
BELOW = "base/pytorch-and-keras"
NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MISSING = (
    "no Chromium here, which these tests need: `make browser`, or"
    " `apt-get install chromium`, or name one: `make CHROMIUM=/path/to/chrome test`"
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Lets a browser wait for its turn on a busy machine, not be refused."""

    request_queue_size = 64


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site is served: on a free port, below a path."""
    root = tmp_path_factory.mktemp("served")
    below = root / BELOW
    below.parent.mkdir(parents=True)
    below.symlink_to(site, target_is_directory=True)
    handler = functools.partial(Quiet, directory=str(root))
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{BELOW}/"
        server.shutdown()
        thread.join()


def chromium() -> str:
    """The Chromium of this machine; Playwright's own is never downloaded."""
    names = [os.environ["CHROMIUM"]] if os.environ.get("CHROMIUM") else NAMES
    found = next((path for name in names if (path := shutil.which(name))), None)
    if not found:
        pytest.fail(MISSING, pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a process."""
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield started
        started.close()


def open_context(browser: Browser, **options: Any) -> BrowserContext:
    """A reader of their own, for whom a busy machine may take its time."""
    made = browser.new_context(**options)
    made.set_default_timeout(PATIENCE)
    return made


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A reader who has not been here, on a wide screen."""
    made = open_context(
        browser,
        base_url=address,
        viewport={"width": 1366, "height": 768},
        reduced_motion="reduce",
    )
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A tab of that reader."""
    return context.new_page()
