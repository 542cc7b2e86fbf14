"""What a build makes, each with all that it follows from: see `up_to_date`."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.core.program import hash_parts, program_digest
from scripts.core.project import Project
from scripts.core.up_to_date import State, Target, contents
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import placement
from scripts.pages.overviews.glossary import abbreviations_path, glossary_path
from scripts.results.runs import Run
from scripts.results.summaries import summary_paths

OVERVIEWS = "overviews"


def program_inputs(project: Project) -> str:
    """Of what all pairs follow from: this program, and the committed summaries."""
    summaries = [path.read_bytes() for path in summary_paths(project)]
    return hash_parts([program_digest(), *summaries])


def pair_target(program: str, pair: Pair, runs: list[Run], files: list[Path]) -> Target:
    """The files of a pair, case study or mistake; they follow from its runs."""
    parts = [program, *(run.key for run in runs)]
    inputs = hash_parts([pair.source, *(part.encode() for part in parts)])
    return Target(pair.name, inputs, files)


def overviews_target(project: Project, state: State) -> Target:
    """The pages about all pairs: every generated file that belongs to none of them.

    They follow from all pairs, from where these stand, and from what people write
    and measure besides.
    """
    pairs = {name: known for name, known in state.digests.items() if name != OVERVIEWS}
    followed = json.dumps([placement(project), pairs], sort_keys=True).encode()
    written = [project.claims, project.guide, project.changelog, glossary_path(project)]
    written += sorted((project.results / "community").glob("*.csv"))
    written += sorted((project.results / "benchmarks").rglob("*.json"))
    written += summary_paths(project)
    inputs = hash_parts([followed, contents(project.root, written)])
    tops = (project.fragments, project.plain, project.data)
    files = [path for top in tops for path in sorted(top.glob("[!.]*.*"))]
    return Target(OVERVIEWS, inputs, [*files, abbreviations_path(project)])
