"""Links, anchors, pictures and scripts of the built site that lead nowhere.

lychee reads links and anchors, also those in raw HTML and theme files. It leaves out
what scripts, style sheets and preloads name, so that is looked up here.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from scripts.core.problems import Problem

FETCHED = "script[src], link[href], img[src], source[src], video[src], audio[src]"
MEND = "mend the link in its source, then: make site"


def name_of(folder: Path, path: Path) -> str:
    """A file of a built site as problems name it."""
    return f"site/{path.relative_to(folder).as_posix()}"


def check_links(folder: Path, pages: dict[Path, str], address: str) -> list[Problem]:
    """Each link of a page that lychee cannot follow. Needs lychee."""
    report = _lychee(folder, list(pages), address)
    return [
        Problem(
            name_of(folder, Path(page)),
            f"the link {_local(link['url'], folder)} leads nowhere: "
            f"{link['status']['text']}",
            MEND,
        )
        for page, links in sorted(report.items())
        for link in links
    ]


def _lychee(folder: Path, pages: list[Path], address: str) -> dict[str, list[Any]]:
    command = [str(Path(sys.executable).with_name("lychee")), "--offline"]
    command += ["--include-fragments", "--no-progress", "--format", "json"]
    command += ["--root-dir", str(folder), "--index-files", _index(folder)]
    for found in _remaps(folder, address):
        command += ["--remap", found]
    done = subprocess.run(
        [*command, *map(str, pages)], capture_output=True, text=True, check=False
    )
    try:
        report = json.loads(done.stdout)
    except ValueError:
        remedy = "get it: make install"
        raise Problem("lychee", f"says {done.stderr.strip()[:200]}", remedy) from None
    errors: dict[str, list[Any]] = report["error_map"]
    return errors


def _index(folder: Path) -> str:
    """What a folder stands for; nothing in a site that opens from the disk."""
    return "index.html" if any(folder.glob("*/index.html")) else ""


def _remaps(folder: Path, address: str) -> Iterator[str]:
    """The site's own address, and the folder of a host that it is published in."""
    if address:
        root = folder.as_uri()
        yield f"{re.escape(address)} {root}/"
        below = urlsplit(address).path.strip("/")
        if below:  # lychee takes the last slash away
            yield f"{re.escape(root)}/{re.escape(below)}(/|$) {root}/"


def _local(url: str, folder: Path) -> str:
    return url.removeprefix(folder.as_uri())


def lost_files(folder: Path, pages: dict[Path, str]) -> Iterator[Problem]:
    """Each script, style sheet or picture that a page asks for in vain."""
    for path, html in pages.items():
        here = path.relative_to(folder).as_posix()
        for node in LexborHTMLParser(html).css(FETCHED):
            asked = node.attributes.get("src") or node.attributes.get("href") or ""
            if _is_lost(folder, here, asked):
                what = f'<{node.tag}> asks for "{asked}", which is not there'
                yield Problem(f"site/{here}", what, MEND)


def _is_lost(folder: Path, here: str, asked: str) -> bool:
    named = urlsplit(asked)
    if named.scheme or named.netloc or named.path.startswith("/"):
        return False  # another host, or the page for a wrong address: see `check_links`
    path = folder / unquote(urljoin(f"/{here}", named.path)).lstrip("/")
    return not (path.is_file() or (path / "index.html").is_file())
