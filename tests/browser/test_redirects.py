"""An address that has gone, in a browser: with scripts, and without."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Quiet, Server, open_context
from tests.site.test_redirects import MOVED, PAGES
from tests.small_site import build_small


@pytest.fixture
def moved(tmp_path: Path) -> Iterator[str]:
    """The address of a site of which a page has gone."""
    handler = partial(Quiet, directory=str(build_small(tmp_path, PAGES, MOVED)))
    with Server(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize(
    ("scripts", "old", "new"),
    [
        (True, "old/", "new/"),
        (True, "old/#topic-pair", "new/#topic-pair"),
        (True, "old/#topic-other", "other/#topic-other"),
        (False, "old/", "new/"),
    ],
)
def test_the_old_address_leads_to_the_new(
    browser: Browser, moved: str, scripts: bool, old: str, new: str
) -> None:
    context = open_context(browser, java_script_enabled=scripts)
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.goto(moved + old)
    page.wait_for_url(moved + new)
    assert not [line for line in said if "Content Security Policy" in line]
    context.close()
