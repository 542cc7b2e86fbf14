"""What there is, and what of it has to be done: reading only, and quick."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.breakpoints import find_breakpoints
from scripts.cache import Cache
from scripts.certify import certificate_path
from scripts.mistakes import find_mistakes
from scripts.notebooks import find_notebooks, notebook_path
from scripts.pairs import BREAKPOINTS, MISTAKES, NOTEBOOKS, SIDES, Pair, find_pairs
from scripts.project import Project
from scripts.records import record_path
from scripts.runs import Run, runs_of
from scripts.runtimes import Runtime, absent_runtimes, read_runtimes, runtimes_of
from scripts.sections import SECTIONS
from scripts.settled import Settled
from scripts.shard import WHOLE, Shard
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


@dataclass
class Plan:
    """The pairs with their runs, and those among them that need work."""

    runtimes: dict[str, Runtime]
    absent: list[str]
    pairs: list[Pair]
    runs: dict[str, list[Run]]
    settled: Settled
    orphans: list[Path]
    overviews_due: bool
    owed: frozenset[str]
    unsettled: list[Pair] = field(default_factory=list)
    needed: list[Run] = field(default_factory=list)
    taken: bool = False
    """Whether records count as made that this machine has not made."""

    @property
    def nothing_to_do(self) -> bool:
        """Whether every file is as it should be."""
        return not (self.unsettled or self.needed or self.orphans or self.overviews_due)


@dataclass(frozen=True)
class Asked:
    """What a plan is made for.

    `wanted` names pairs or topics, all where it is empty. With `committed`, a settled
    pair needs no run here: `redraw` settles what it drew from committed records, once
    their keys are found to be those of today. `owed` are the keys of records that
    still have to be made a second time.
    """

    wanted: list[str] = field(default_factory=list)
    force: bool = False
    committed: bool = False
    shard: Shard = WHOLE
    owed: frozenset[str] = frozenset()


def make_plan(project: Project, pins: dict[str, str], asked: Asked) -> Plan:
    """Look at everything that is asked for; raises `Problem` or `Problems`."""
    everything, runtimes = find_all(project, asked.wanted), read_runtimes(project)
    outputs = outputs_of_all(project, everything, runtimes)
    pairs = [pair for pair in everything if asked.shard.holds(pair.name)]
    absent = absent_runtimes(runtimes)
    present = {n: r for n, r in runtimes.items() if n not in absent}
    runs = {pair.name: runs_of(pair, present, pins) for pair in pairs}
    settled = Settled(project)
    whole = asked.shard.is_first and not asked.wanted
    orphans = find_orphans(project, outputs) if whole else []
    due = not settled.overviews_hold(placement(project), overview_paths(project))
    plan = Plan(runtimes, absent, pairs, runs, settled, orphans, due, asked.owed)
    _look_at_pairs(plan, outputs, Cache(project), asked)
    return plan


def _look_at_pairs(
    plan: Plan, outputs: dict[str, list[Path]], cache: Cache, asked: Asked
) -> None:
    """Find out which pairs need work, and which runs they need."""
    for pair in plan.pairs:
        runs = plan.runs[pair.name]
        missing = [run for run in runs if asked.force or run.key not in cache]
        done = plan.settled.holds(pair, runs, outputs[pair.name])
        done = done and not any(run.key in asked.owed for run in runs)
        if missing and done and asked.committed:
            plan.taken = True
        elif missing or not done:
            plan.unsettled.append(pair)
            plan.needed += missing


def find_all(project: Project, wanted: list[str]) -> list[Pair]:
    """Everything that is run and is wanted; all where nothing is named."""
    asked = {kind: _of_kind(wanted, kind) for kind in OTHERS}
    pairs = [name for name in wanted if name.split("/")[0] not in OTHERS]
    found = find_pairs(project, pairs) if pairs or not wanted else []
    for kind, find in OTHERS.items():
        found += find(project, asked[kind]) if asked[kind] or not wanted else []
    return found


def _of_kind(wanted: list[str], kind: str) -> list[str]:
    return [name for name in wanted if name.split("/")[0] == kind]


def _mistakes(project: Project, wanted: list[str]) -> list[Pair]:
    found = find_mistakes(project, wanted)
    return [pair for mistake in found for pair in (mistake.made, mistake.mended)]


OTHERS: dict[str, Callable[[Project, list[str]], list[Pair]]] = {
    NOTEBOOKS: find_notebooks,
    MISTAKES: _mistakes,
    BREAKPOINTS: lambda project, wanted: find_breakpoints(project),
}


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
