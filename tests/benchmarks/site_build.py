"""`python -m tests.benchmarks.site_build`: what our steps cost, and how it grows.

First the site as it is, against plain MkDocs with Material for the same Markdown:
fragments already in place, the theme as it comes, no plugin but the search, no hook.
Plain MkDocs gets no notebooks, since it cannot show them, so neither does ours; the
whole site is timed as well. Then generated pages, built by ours. Each round builds
all of them, one after the other.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import typer
from mkdocs.config import load_config

from scripts.core.project import HERE, Project
from scripts.pages.overviews.glossary import abbreviations_path
from tests.benchmarks.processes import Used, measure

MKDOCS = Path(sys.executable).with_name("mkdocs")
INCLUDE = re.compile(r'^--8<-- "([^"]+)"$', re.MULTILINE)
STUDIES = re.compile(
    r"^  - Case studies:\n(?:      .*\n)+|^  - mkdocs-jupyter:\n(?:      .*\n)+",
    re.MULTILINE,
)
NAV = re.compile(r"^nav:\n(?:  .*\n)+", re.MULTILINE)
REDIRECTS = re.compile(r"^  redirects:.*\n(?:    .*\n)*", re.MULTILINE)
COPIED = ("scripts", "overrides", "requirements", "mkdocs.yml")
SITE = ("stylesheets", "javascripts", "assets")
ELSEWHERE = re.compile(r"/measured/versions\.md#[a-z0-9-]+")
PAIRS, SECTION = 4, 25  # pairs on a generated page, pages in a section
DIFFERENT = 200  # pairs: each size holds them equally often, so pages weigh the same
SIZES = (50, 200, 1000)
IGNORED = shutil.ignore_patterns("__pycache__")


def main(rounds: int = 3, only: str = "", sizes: str = "") -> None:
    """Measure; `only` takes `plain` or `pages`, `sizes` such as `50,200`."""
    with tempfile.TemporaryDirectory() as folder:
        if only != "pages":
            compare(Path(folder), rounds)
        if only != "plain":
            counts = [int(size) for size in sizes.split(",") if size] or SIZES
            grow(Path(folder), rounds, list(counts))


def compare(folder: Path, rounds: int) -> None:
    """Ours against plain, in turns; the site has to be rendered already."""
    whole = _checkout(folder / "whole")
    ours = _without_notebooks(_checkout(folder / "ours"))
    plain = _plain(folder / "plain", folder / "ours" / "docs")
    seen = defaultdict[str, list[Used]](list)
    for _ in range(rounds):
        seen["plain"].append(_build(plain))
        for name, project in (("ours", ours), ("with notebooks", whole)):
            seen[name].append(_build(project))
    for name, used in seen.items():
        pairs = zip(used, seen["plain"], strict=True)
        ratios = [u.processor / p.processor for u, p in pairs]
        _tell(name, used, f"{_spread(ratios)} of plain")


def grow(folder: Path, rounds: int, sizes: list[int]) -> None:
    """Generated pages: seconds and bytes of each page."""
    projects = {size: _generated(folder / str(size), size) for size in sizes}
    seen: dict[int, list[Used]] = {size: [] for size in sizes}
    for _ in range(rounds):
        for size, project in projects.items():
            seen[size].append(_build(project))
    for size, project in projects.items():
        each = _spread([used.processor / size * 1000 for used in seen[size]])
        pages = list((project / "site" / "generated").rglob("index.html"))
        html = sum(path.stat().st_size for path in pages) / len(pages)
        _tell(f"{size} pages", seen[size], f"{each} ms and {html:,.0f} bytes a page")


def _tell(name: str, used: list[Used], more: str) -> None:
    seconds = _spread([u.processor for u in used])
    memory = max(u.memory for u in used)
    typer.echo(f"{name:27} {seconds} s of processor, {memory:.0f} MiB; {more}")


def _spread(values: list[float]) -> str:
    return f"{statistics.median(values):.3g} ({min(values):.3g} to {max(values):.3g})"


def _build(project: Path) -> Used:
    shutil.rmtree(project / "site", ignore_errors=True)
    return measure([MKDOCS, "build"], project, NO_MKDOCS_2_WARNING="1", SITE_URL="")


def _checkout(folder: Path) -> Path:
    """A copy of what a build of the site reads."""
    names = ("docs", "build", "snippets", "results", "CHANGELOG.md")
    for name in (*COPIED, *names):
        copy(HERE / name, folder / name)
    return folder


def _without_notebooks(folder: Path) -> Path:
    """The same without the case studies; links to them lead nowhere."""
    shutil.rmtree(folder / "docs" / "notebooks")
    path = folder / "mkdocs.yml"
    text = STUDIES.sub("", path.read_text(encoding="utf-8"))
    path.write_text(text.replace("strict: true", "strict: false"), encoding="utf-8")
    return folder


def copy(source: Path, target: Path, ignored: Any = IGNORED) -> None:
    """Copy a file or a folder, and make the folders above."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=ignored, copy_function=shutil.copy)
    else:
        shutil.copy(source, target)


def _plain(folder: Path, docs: Path) -> Path:
    """The same Markdown for MkDocs as it comes."""
    ignored = shutil.ignore_patterns("notebooks", "*.yaml")
    copy(docs, folder / "docs", ignored)
    for page in (folder / "docs").rglob("*.md"):
        page.write_text(_included(page.read_text(encoding="utf-8")), encoding="utf-8")
    ours = load_config(str(HERE / "mkdocs.yml"))
    extensions: list[Any] = [
        {name: ours.mdx_configs[name]} if name in ours.mdx_configs else name
        for name in ours.markdown_extensions
        if name != "pymdownx.snippets"
    ]
    plain = {
        "site_name": ours.site_name,
        "nav": [item for item in ours.nav or [] if "Case studies" not in item],
        "theme": "material",
        "plugins": ["search"],
        "markdown_extensions": extensions,
        "validation": {"links": {"absolute_links": "relative_to_docs"}},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(plain), encoding="utf-8")
    return folder


def _included(text: str) -> str:
    def fragment(found: re.Match[str]) -> str:
        path = HERE / "build" / "fragments" / found[1]
        return _included(path.read_text(encoding="utf-8")).strip("\n")

    return INCLUDE.sub(fragment, text)


def _generated(folder: Path, pages: int) -> Path:
    """A project of so many pages, with pairs of this one under other names."""
    for name in (*COPIED, *(f"docs/{name}" for name in SITE)):
        copy(HERE / name, folder / name)
    words = abbreviations_path(Project(HERE))
    copy(words, folder / words.relative_to(HERE))
    fragments = sorted((HERE / "build" / "fragments").glob("*/*.md"))[:DIFFERENT]
    for number in range(pages * PAIRS):
        _pair(folder, fragments[number % len(fragments)], number)
    for number in range(pages):
        _page(folder, number)
    head = "---\ndescription: A generated site.\n---\n\n"
    (folder / "docs" / "index.md").write_text(f"{head}# Overview\n\nHere it begins.\n")
    replace_pages(folder, pages)
    return folder


def replace_pages(folder: Path, pages: int) -> None:
    """Have `mkdocs.yml` list these pages, and no redirect to any other."""
    path = folder / "mkdocs.yml"
    text = NAV.sub(nav_of(pages), path.read_text(encoding="utf-8"))
    path.write_text(REDIRECTS.sub("", text), encoding="utf-8")


def _pair(folder: Path, fragment: Path, number: int) -> None:
    """A copy of a pair, its downloads too, under a name of its own."""
    topic, name = fragment.parent.name, fragment.stem
    text = fragment.read_text(encoding="utf-8")
    text = text.replace(f"/downloads/{topic}/{name}/", f"/downloads/pair/{number}/")
    text = text.replace(f"{topic}-{name}", f"pair-{number}")
    text = ELSEWHERE.sub("/index.md", text)
    target = folder / "build" / "fragments" / "pair" / f"{number}.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    taken = folder / "docs" / "downloads" / "pair" / str(number)
    copy(HERE / "docs" / "downloads" / topic / name, taken)
    (taken / f"{topic}-{name}.zip").rename(taken / f"pair-{number}.zip")


def _page(folder: Path, number: int) -> None:
    first = number * PAIRS
    lines = [f'--8<-- "pair/{n}.md"' for n in range(first, first + PAIRS)]
    head = f"---\ntitle: Page {number}\ndescription: Number {number}.\n---\n\n"
    lead = f"# Page {number}\n\nA page with {PAIRS} pairs.\n\n"
    path = folder / "docs" / "generated" / f"{number}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(head + lead + "\n\n".join(lines) + "\n", encoding="utf-8")


def nav_of(pages: int) -> str:
    """The navigation to so many generated pages, in sections."""
    lines = ["nav:", "  - Overview: index.md"]
    for first in range(0, pages, SECTION):
        lines.append(f"  - Part {first // SECTION + 1}:")
        for number in range(first, min(first + SECTION, pages)):
            lines.append(f"      - Page {number}: generated/{number}.md")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    typer.run(main)
