"""What there is, and what of it has to be done: reading only, and quick."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scripts.cache import Cache
from scripts.certify import certificate_path
from scripts.pairs import SIDES, Pair, find_pairs
from scripts.project import Project
from scripts.records import record_path
from scripts.runs import Run, runs_of
from scripts.runtimes import Runtime, read_runtimes
from scripts.settled import Settled


@dataclass
class Plan:
    """The pairs with their runs, and those among them that need work."""

    runtimes: dict[str, Runtime]
    pairs: list[Pair]
    runs: dict[str, list[Run]]
    settled: Settled
    unsettled: list[Pair]
    needed: list[Run]
    orphans: list[Path]

    @property
    def nothing_to_do(self) -> bool:
        """Whether every file is as it should be."""
        return not (self.unsettled or self.needed or self.orphans)


def make_plan(
    project: Project, wanted: list[str], pins: dict[str, str], force: bool
) -> Plan:
    """Look at everything that is wanted; raises `Problem` or `Problems`."""
    pairs, runtimes = find_pairs(project, wanted), read_runtimes(project)
    runs = {pair.name: runs_of(pair, runtimes, pins) for pair in pairs}
    cache, settled = Cache(project), Settled(project)
    needed, unsettled = [], []
    for pair in pairs:
        missing = [r for r in runs[pair.name] if force or r.key not in cache]
        done = settled.holds(pair, runs[pair.name], outputs_of(project, pair, runtimes))
        if missing or not done:
            unsettled.append(pair)
            needed += missing
    orphans = [] if wanted else _orphans(project, pairs)
    return Plan(runtimes, pairs, runs, settled, unsettled, needed, orphans)


def outputs_of(
    project: Project, pair: Pair, runtimes: dict[str, Runtime]
) -> list[Path]:
    """Every file that follows from a pair, committed or not."""
    return [
        *(record_path(project, pair.name, name) for name in runtimes),
        certificate_path(project, pair.name),
        fragment_path(project, pair.name),
        *(download_path(project, pair.name, side) for side in SIDES),
    ]


def fragment_path(project: Project, pair: str) -> Path:
    """Where the Markdown of a pair is generated."""
    return project.fragments / f"{pair}.md"


def download_path(project: Project, pair: str, side: str) -> Path:
    """Where the copy of a snippet is generated that the site serves."""
    return project.downloads / pair / f"in_{side}.py"


def _orphans(project: Project, pairs: list[Pair]) -> list[Path]:
    """Generated files of pairs that are no longer there."""
    names = {pair.name for pair in pairs}
    found = []
    for folder in (project.results, project.downloads, project.fragments):
        for path in folder.glob("*/*"):
            pair = path.relative_to(folder).with_suffix("").as_posix()
            if pair not in names:
                found += [path] if path.is_file() else sorted(path.rglob("*.*"))
    return found
