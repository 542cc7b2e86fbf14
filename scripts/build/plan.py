"""What there is, and what of it has to be done: reading only, and quick."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scripts.build.options import Options, Report
from scripts.build.outputs import find_orphans, outputs_of_all
from scripts.build.targets import overviews_target, pair_target, program_inputs
from scripts.core.project import Project
from scripts.core.up_to_date import State, Target
from scripts.corpus.find import find_all
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import (
    Runtime,
    absent_runtimes,
    read_pins,
    read_runtimes,
    runtimes_of,
)
from scripts.results.cache import Cache, unconfirmed
from scripts.results.runs import Run, runs_of


@dataclass
class Plan:
    """The pairs with their runs and files, and those among them that are stale.

    `unconfirmed` are the keys of records that still have to be made once more.
    `uses_committed` says whether records count as made that this machine has not made.
    """

    runtimes: dict[str, Runtime]
    absent: list[str]
    pairs: list[Pair]
    runs: dict[str, list[Run]]
    files: dict[str, list[Path]]
    state: State
    program: str
    stale: list[Pair] = field(default_factory=list)
    overviews_stale: bool = True
    orphans: list[Path] = field(default_factory=list)
    unconfirmed: frozenset[str] = frozenset()
    uses_committed: bool = False

    @property
    def nothing_to_do(self) -> bool:
        """Whether every file is as it should be."""
        return not (self.stale or self.orphans or self.overviews_stale)

    @property
    def report(self) -> Report:
        """What there is; nothing has been done yet."""
        pairs, runs = sum(p.is_pair for p in self.pairs), self.runs.values()
        return Report(pairs, sum(map(len, runs)), absent=self.absent)

    @property
    def stale_runs(self) -> list[Run]:
        """Every run of the pairs that are stale, made or not."""
        return [run for pair in self.stale for run in self.runs[pair.name]]

    def order(self, pair: Pair) -> list[str]:
        """The runtimes that a pair runs on, also those that are absent here."""
        return list(runtimes_of(pair, self.runtimes))

    def target(self, pair: Pair) -> Target:
        """The files of a pair with all that they follow from."""
        runs, files = self.runs[pair.name], self.files[pair.name]
        return pair_target(self.program, pair, runs, files)

    def note_made(self) -> None:
        """Remember that the pairs that were stale are up to date."""
        for pair in self.stale:
            self.state.note(self.target(pair))
        self.state.save()


def make_plan(project: Project, options: Options) -> Plan:
    """Look at everything that is wanted; raises `Problem` or `Problems`."""
    everything, runtimes = find_all(project, options.wanted), read_runtimes(project)
    files = outputs_of_all(project, everything, runtimes)
    pairs = [pair for pair in everything if options.shard.holds(pair.name)]
    absent, pins = absent_runtimes(runtimes), read_pins(project)
    present = {n: r for n, r in runtimes.items() if n not in absent}
    runs = {pair.name: runs_of(pair, present, pins) for pair in pairs}
    state, program = State(project, "build"), program_inputs(project)
    plan = Plan(runtimes, absent, pairs, runs, files, state, program)
    _find_stale(project, plan, options)
    return plan


def _find_stale(project: Project, plan: Plan, options: Options) -> None:
    """Find out what needs work."""
    if options.confirms:
        plan.unconfirmed = unconfirmed(project).keys()
    _find_stale_pairs(plan, Cache(project), options)
    overviews = overviews_target(project, plan.state)
    plan.overviews_stale = not plan.state.is_up_to_date(overviews)
    if options.shard.is_first and not options.wanted:
        plan.orphans = find_orphans(project, plan.files)


def _find_stale_pairs(plan: Plan, cache: Cache, options: Options) -> None:
    """Find out which pairs need work.

    With `committed`, a pair that is up to date needs no run here: `redraw` notes what
    it drew from committed records, once their keys are found to be those of today.
    """
    for pair in plan.pairs:
        keys = {run.key for run in plan.runs[pair.name]}
        missing = any(options.force or key not in cache for key in keys)
        current = plan.state.is_up_to_date(plan.target(pair))
        current = current and not keys & plan.unconfirmed
        if missing and current and options.committed:
            plan.uses_committed = True
        elif missing or not current:
            plan.stale.append(pair)
