"""What a build writes, by name: files of each pair, of all pairs, and strays."""

from __future__ import annotations

import os
import re
from pathlib import Path

from scripts.certify import certificate_path
from scripts.notebooks import notebook_path
from scripts.pairs import SIDES, Pair
from scripts.project import Project
from scripts.records import record_path
from scripts.runtimes import Runtime, runtimes_of
from scripts.sections import SECTIONS
from scripts.versions import summary_paths

INCLUDED = re.compile(r'^--8<-- "([a-z0-9-]+)/([a-z0-9-]+)\.md"$', re.MULTILINE)
DATA = (
    "claims",
    "pairs",
    "certificates",
    "defaults",
    "code-size",
    "community",
    "benchmarks",
    "debugging",
    "versions",
)
COUNTED = ("benchmarks", "community", "versions")
"""Folders of `results/` that follow from no pair."""
COMMUNITY = (
    "answer",
    "mentions",
    "figure",
    "months",
    "ranks",
    "releases",
    "collections",
    "makers",
    "made",
)
ANATOMY = ("answer", "counts")
SPEED = ("answer", "machines")
VERSIONS = ("answer", "pairs", "steps", "signatures")
CODE_SIZE = ("answer", "figure", "measures", "counts", "topics", "extremes", "pairs")
DEBUGGING = [f"debugging-{n}" for n in ("totals", "mistakes", "breakpoints", "each")]
ENDS = (".json", ".schema.json")


def outputs_of(
    project: Project, pair: Pair, runtimes: dict[str, Runtime]
) -> list[Path]:
    """Every file that follows from a pair or case study, committed or not."""
    records = [record_path(project, pair.name, n) for n in runtimes_of(pair, runtimes)]
    if pair.is_notebook:
        return [*records, notebook_path(pair)]
    if not pair.is_pair:
        return records
    return [
        *records,
        certificate_path(project, pair.name),
        fragment_path(project, pair.name),
        *download_paths(project, pair),
        plain_path(project, pair.name),
    ]


def fragment_path(project: Project, pair: str) -> Path:
    """Where the Markdown of a pair is generated."""
    return project.fragments / f"{pair}.md"


def download_paths(project: Project, pair: Pair) -> list[Path]:
    """Where what a reader takes away is generated; the last is all of it in one."""
    names = [f"in_{side}.{kind}" for side in SIDES for kind in ("py", "ipynb")]
    folder = project.downloads / pair.name
    return [folder / name for name in (*names, f"{pair.anchor}.zip")]


def plain_path(project: Project, pair: str) -> Path:
    """Where a pair is generated as Markdown without HTML."""
    return project.plain / f"{pair}.md"


def placement(project: Project) -> dict[str, str]:
    """The page that shows each pair, as a path below `docs/`."""
    docs = project.root / "docs"
    return {
        f"{topic}/{name}": page.relative_to(docs).as_posix()
        for page in _pages(project)
        for topic, name in INCLUDED.findall(page.read_text(encoding="utf-8"))
    }


def _pages(project: Project) -> list[Path]:
    """The Markdown below `docs/`, without a look at the generated downloads."""
    docs = project.downloads.parent
    folders = [p for p in docs.glob("*/") if p != project.downloads]
    return sorted([*docs.glob("*.md"), *(p for f in folders for p in f.rglob("*.md"))])


def overview_paths(project: Project) -> list[Path]:
    """What is written about the whole set, and what is generated from it."""
    names = ["dictionary", "defaults", "ledger", "guide", "status", "changes"]
    names += [f"anatomy-{part}" for part in ANATOMY]
    names += [f"claims-{section}" for section in SECTIONS]
    names += [f"code-size-{part}" for part in CODE_SIZE]
    names += [f"community-{part}" for part in COMMUNITY]
    names += [f"speed-{part}" for part in SPEED]
    names += [f"versions-{part}" for part in VERSIONS]
    names += DEBUGGING
    return [
        project.claims,
        project.guide,
        project.changelog,
        project.plain / f"{DEBUGGING[-1]}.md",
        *sorted((project.results / "community").glob("*.csv")),
        *sorted((project.results / "benchmarks").rglob("*.json")),
        *summary_paths(project),
        *(project.fragments / f"{name}.md" for name in names),
        *(project.data / f"{name}{end}" for name in DATA for end in ENDS),
    ]


def outputs_of_all(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> dict[str, list[Path]]:
    """Every generated file of each pair, by its name."""
    return {pair.name: outputs_of(project, pair, runtimes) for pair in pairs}


def find_orphans(project: Project, expected: dict[str, list[Path]]) -> list[Path]:
    """Generated files that are not among those expected of all pairs."""
    kept = {project.results / name for name in COUNTED}
    wanted = {str(path) for paths in expected.values() for path in paths}
    found = [
        f"{folder}/{name}"
        for top in (
            project.results,
            project.downloads,
            project.fragments,
            project.plain,
        )
        for topic in top.glob("[!.]*/")
        if topic not in kept
        for folder, _, names in os.walk(topic)
        for name in names
    ]
    found += map(str, project.notebooks.glob("*.ipynb"))
    return [Path(path) for path in sorted(set(found) - wanted)]
