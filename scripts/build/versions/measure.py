"""Run every pair on some versions, and sum up what each did."""

from __future__ import annotations

from scripts.build.options import Options
from scripts.build.versions.attempts import attempt
from scripts.build.versions.behaviour import behaviour_of
from scripts.build.versions.signatures import probes, read_signatures
from scripts.core.project import Project
from scripts.corpus.find import find_pairs
from scripts.corpus.runtimes import read_pins, read_runtimes
from scripts.execution.overlay import Overlay
from scripts.results.runs import runs_of, source_of
from scripts.results.summaries import SCHEMA, Summary


def measure(
    project: Project, overlay: Overlay, names: list[str], day: str, options: Options
) -> Summary:
    """What every pair does on the runtimes `names` with the packages of `overlay`.

    Makes the runs that this machine has not made. Raises `Problems` where a runtime
    does not start.
    """
    pins, pairs = read_pins(project) | overlay.versions, find_pairs(project)
    everything = read_runtimes(project)
    runtimes = {name: everything[name] for name in names}
    runs = {pair.name: runs_of(pair, runtimes, pins) for pair in pairs}
    asking = [r for p in probes(project, pairs) for r in runs_of(p, runtimes, pins)]
    wanted = [run for found in runs.values() for run in found]
    ended = attempt(project, runtimes, wanted + asking, overlay, options)
    behaviours = {}
    for pair in pairs:
        seen = {run.runtime: ended[run.key] for run in runs[pair.name]}
        source = source_of(pair, everything)
        behaviours[pair.name] = behaviour_of(project, pair, source, seen)
    used = {n for r in runtimes.values() for n in r.packages} | overlay.versions.keys()
    versions = {name: pin for name, pin in sorted(pins.items()) if name in used}
    read = read_signatures([ended[run.key] for run in asking])
    return Summary(SCHEMA, day, versions, names, read, behaviours)
