"""What there is, and what of it has to be done: reading only, and quick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from scripts.build.outputs import find_orphans, outputs_of_all, overview_paths
from scripts.build.settled import Settled
from scripts.core.project import Project
from scripts.corpus.breakpoints import find_breakpoints
from scripts.corpus.mistakes import find_mistakes
from scripts.corpus.notebooks import find_notebooks
from scripts.corpus.pairs import BREAKPOINTS, MISTAKES, NOTEBOOKS, Pair, find_pairs
from scripts.corpus.placement import placement
from scripts.corpus.runtimes import Runtime, absent_runtimes, read_runtimes
from scripts.corpus.shard import WHOLE, Shard
from scripts.results.cache import Cache
from scripts.results.runs import Run, runs_of


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
