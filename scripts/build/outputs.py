"""Which files follow from each pair, and which from none."""

from __future__ import annotations

import os
from pathlib import Path

from scripts.core.project import Project
from scripts.corpus.notebooks import notebook_path
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import COUNTED
from scripts.corpus.runtimes import Runtime, runtimes_of
from scripts.pages.paths import download_paths, fragment_path, plain_path
from scripts.results.certify import certificate_path
from scripts.results.records import record_path


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


def outputs_of_all(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> dict[str, list[Path]]:
    """Every generated file of each pair, by its name."""
    return {pair.name: outputs_of(project, pair, runtimes) for pair in pairs}


def find_orphans(project: Project, expected: dict[str, list[Path]]) -> list[Path]:
    """Generated files that are not among those expected of all pairs."""
    others = {project.results / name for name in COUNTED}
    wanted = {str(path) for paths in expected.values() for path in paths}
    tops = (project.results, project.downloads, project.fragments, project.plain)
    found = [
        f"{folder}/{name}"
        for top in tops
        for topic in top.glob("[!.]*/")
        if topic not in others
        for folder, _, names in os.walk(topic)
        for name in names
    ]
    found += map(str, project.notebooks.glob("*.ipynb"))
    return [Path(path) for path in sorted(set(found) - wanted)]
