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
KEPT = "cookies,local_storage,indexeddb,cache_storage,service_workers"
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


@pytest.fixture(scope="session")
def reader(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """Whoever reads here, on a wide screen, with the files of the site at hand."""
    made = open_context(
        browser,
        base_url=address,
        viewport={"width": 1366, "height": 768},
        reduced_motion="reduce",
    )
    yield made
    made.close()


@pytest.fixture
def context(reader: BrowserContext) -> Iterator[BrowserContext]:
    """A reader who has no page open, and has been allowed nothing."""
    yield reader
    reader.clear_permissions()
    close_pages(reader)


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    """A tab of that reader."""
    return open_page(context, address)


def open_page(context: BrowserContext, address: str) -> Page:
    """A tab of a reader of whom nothing is kept, as of one who has not been here."""
    made = context.new_page()
    scheme, _, host, *_ = address.split("/")
    whose = {"origin": f"{scheme}//{host}", "storageTypes": KEPT}
    session = context.new_cdp_session(made)
    session.send("Storage.clearDataForOrigin", whose)
    session.detach()
    return made


def close_pages(context: BrowserContext) -> None:
    """Leave the reader for the next test."""
    for page in context.pages:
        page.close()
