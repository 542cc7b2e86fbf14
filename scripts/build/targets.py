"""What a build makes, each with all that it follows from: see `up_to_date`."""

from __future__ import annotations

import json
from pathlib import Path

from scripts.core.program import hash_parts, program_digest
from scripts.core.project import Project
from scripts.core.up_to_date import State, Target
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import placement
from scripts.corpus.sections import SECTIONS
from scripts.pages.paths import (
    ANATOMY,
    CODE_SIZE,
    COMMUNITY,
    DEBUGGING,
    SPEED,
    VERSIONS,
)
from scripts.results.runs import Run
from scripts.results.summaries import summary_paths

OVERVIEWS = "overviews"
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
    """The pages about all pairs: they follow from these, and from where they stand."""
    pairs = {name: known for name, known in state.digests.items() if name != OVERVIEWS}
    inputs = json.dumps([placement(project), pairs], sort_keys=True)
    return Target(OVERVIEWS, hash_parts([inputs.encode()]), overview_paths(project))


def overview_paths(project: Project) -> list[Path]:
    """What is written about the whole set, and the files that it follows from."""
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
