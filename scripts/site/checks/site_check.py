"""What must be true of a built site before readers see it.

Looks at files as they are served, so that it makes no difference whether a fault came
in by a page, a notebook, a title, a picture, the theme or the configuration.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from selectolax.lexbor import LexborHTMLParser

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.checks.link_check import check_links, lost_files, name_of
from scripts.site.checks.page_check import PageCheck, script_sum
from scripts.site.checks.shown_check import check_shown
from scripts.site.checks.style_check import check_style

PAGE_LIMIT = 600_000  # bytes; half as much again as a page that is long today
FILE_LIMIT = 4_000_000
SITE_LIMIT = 200_000_000
# What Material 9.8.1 and Zensical 0.0.73 write into each page: where the site is, and
# opening what an address names. Whoever upgrades them reads what is new.
OF_THE_THEME = {
    "6a9a103c779f08d5a3c5b0a6f87cd50ce016e024955a163b5729508e0385c9f9",
    "36d0d2a6ab1b4474c2baf3b4c34f475b2c10141f306ac0b7cff8a45382a04669",
    "ffcc0f7735fdab434d257c80e65cec2e88d716991e69757185b7e450e41a5b2f",
}
ENTITY = re.compile(r"<!(ENTITY|DOCTYPE[^>]*\[)", re.IGNORECASE)
MEND = "mend its source, then: make site"
SPLIT = "split it, or leave something out"


def check_site(project: Project, folder: Path) -> list[Problem]:
    """Everything that is wrong with the site in `folder`, most telling first."""
    if not (folder / "index.html").is_file():
        return [Problem(folder.name, "holds no index.html", "build it: make site")]
    files = sorted(Path(a, n) for a, _, names in os.walk(folder) for n in names)
    pages = {path: _text(path) for path in files if path.suffix == ".html"}
    address = address_of(pages[folder / "index.html"])
    with ThreadPoolExecutor() as pool:  # links take half of the time, elsewhere
        links = pool.submit(check_links, folder, pages, address)
        found = [*_links_out(folder), *_one_address(folder, files)]
        found += _sizes(folder, files)
        found += _pages(project, folder, pages)
        found += _pictures(folder, files)
        found += _styles(folder, files)
        found += check_shown(project, folder, pages)
        found += lost_files(folder, pages)
    return found + links.result()


def address_of(home: str) -> str:
    """Where the site is published, by its first page; "" where it does not say."""
    link = LexborHTMLParser(home).css_first('link[rel="canonical"]')
    return (link.attributes.get("href") or "") if link else ""


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _links_out(folder: Path) -> Iterator[Problem]:
    for above, folders, names in os.walk(folder):
        for path in (Path(above, name) for name in (*folders, *names)):
            if path.is_symlink():
                what = f"is a symbolic link to {path.readlink()}"
                yield Problem(name_of(folder, path), what, "put the file itself there")


def _one_address(folder: Path, files: list[Path]) -> Iterator[Problem]:
    """Files that a host takes for one: names by case, `a.html` beside `a/`."""
    named = defaultdict[str, list[str]](list)
    for path in files:
        name = path.relative_to(folder).as_posix()
        address = PurePosixPath(name.lower())
        if address.suffix == ".html":
            address = address.with_suffix("")
            address = address.parent if address.name == "index" else address
        named[str(address)].append(name)
    for names in named.values():
        if len(names) > 1:
            what = f"has the same address as {', '.join(names[1:])}"
            yield Problem(f"site/{names[0]}", what, "rename one of them")


def _sizes(folder: Path, files: list[Path]) -> Iterator[Problem]:
    total = 0
    for path in files:
        size = path.lstat().st_size
        total += size
        limit = PAGE_LIMIT if path.suffix == ".html" else FILE_LIMIT
        if size > limit:
            what = f"has {size:,} bytes of at most {limit:,}"
            yield Problem(name_of(folder, path), what, SPLIT)
    if total > SITE_LIMIT:
        what = f"has {total:,} bytes of at most {SITE_LIMIT:,}"
        yield Problem("site", what, SPLIT)


def _pages(project: Project, folder: Path, pages: dict[Path, str]) -> Iterator[Problem]:
    address = address_of(pages[folder / "index.html"])
    known = OF_THE_THEME | set(_own_scripts(project))
    for path, html in pages.items():
        for what in PageCheck(html, address, known).findings():
            yield Problem(name_of(folder, path), what, MEND)


def _own_scripts(project: Project) -> Iterator[str]:
    """The inline scripts of the project's own templates, which reviewers read."""
    for path in (project.root / "overrides").rglob("*.html"):
        for node in LexborHTMLParser(_text(path)).css("script:not([src])"):
            yield script_sum(node.text())


def _pictures(folder: Path, files: list[Path]) -> Iterator[Problem]:
    """An SVG is a document: opened by itself, it has no policy."""
    for path in [path for path in files if path.suffix.lower() in {".svg", ".svgz"}]:
        text = _text(path)
        page = PageCheck(text, "", set())
        found = [*page.drawing_findings()]
        if ENTITY.search(text):
            found.append("declares entities, which can hide anything")
        for what in found:
            yield Problem(name_of(folder, path), what, "draw it again without")


def _styles(folder: Path, files: list[Path]) -> Iterator[Problem]:
    for path in [path for path in files if path.suffix == ".css"]:
        for what in check_style(_text(path)):
            yield Problem(name_of(folder, path), what, "ship it in docs/assets/")
