"""Every address that the site ever published, so that none is lost unnoticed.

`results/addresses.txt` holds one a line, from the root of the site, such as
`functionality/#layers-linear`. Lines are only added, when a site is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project, read_bytes, write_if_changed

NAME = "results/addresses.txt"
HOME = "./"
CONTENT = re.compile(r"<(?:article|main>).*</(?:article|main)>", re.DOTALL)
ANCHOR = re.compile(r'<([a-z0-9]+)(?: [^<>]*)? id="([^"]+)"')
PASSING = re.compile(r"__|fnref")  # numbered by the theme


def published_addresses(project: Project) -> set[str]:
    """Every address that was published."""
    data = read_bytes(project.root / NAME) or b""
    return set(data.decode().splitlines())


def addresses_of(site: Path) -> set[str]:
    """Every page of a built site and every anchor in its content."""
    return {
        f"{address}#{anchor}" if anchor else address or HOME
        for path in site.rglob("index.html")
        for address in [f"{path.parent.relative_to(site).as_posix()}/".lstrip("./")]
        for anchor in ["", *_anchors(path.read_text(encoding="utf-8"))]
    }


def _anchors(html: str) -> Iterator[str]:
    """The anchors that others link to: all but titles of pages and their parts."""
    content = CONTENT.search(html)
    for tag, anchor in ANCHOR.findall(content[0] if content else ""):
        if tag not in {"h1", "h2"} and not PASSING.match(anchor):
            yield anchor


def check_addresses(project: Project, site: Path) -> None:
    """Raise `Problems` with each published address that leads nowhere in `site`."""
    lost = sorted(published_addresses(project) - addresses_of(site))
    if lost:
        raise Problems([Problem(NAME, f"{a} is gone", _remedy(a)) for a in lost])


def _remedy(address: str) -> str:
    page, _, anchor = address.partition("#")
    name, kind = page.strip("./") or "index", "md"
    if name.startswith("notebooks/") and anchor:
        kind = "ipynb"
    old = f"{name}.{kind}{'#' * bool(anchor)}{anchor}"
    return f"say in mkdocs.yml where it is now: extra: redirects: {old}: new.md#anchor"


def keep_addresses(project: Project, site: Path) -> int:
    """Add the addresses of a site that is published; how many are new.

    Raises `Problems` if one that was published is gone.
    """
    check_addresses(project, site)
    known, found = published_addresses(project), addresses_of(site)
    text = "".join(f"{address}\n" for address in sorted(known | found))
    write_if_changed(project.root / NAME, text.encode())
    return len(found - known)
