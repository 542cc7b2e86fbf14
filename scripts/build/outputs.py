"""What a build writes, by name: files of each pair, of all pairs, and strays."""

from __future__ import annotations

import os
from pathlib import Path

from scripts.core.project import Project
from scripts.corpus.notebooks import notebook_path
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import COUNTED
from scripts.corpus.runtimes import Runtime, runtimes_of
from scripts.corpus.sections import SECTIONS
from scripts.pages.overviews.glossary import abbreviations_path, glossary_path
from scripts.pages.paths import (
    ANATOMY,
    CODE_SIZE,
    COMMUNITY,
    DEBUGGING,
    SPEED,
    VERSIONS,
    download_paths,
    fragment_path,
    plain_path,
)
from scripts.results.certify import certificate_path
from scripts.results.records import record_path
from scripts.results.summaries import summary_paths

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
        glossary_path(project),
        abbreviations_path(project),
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
