"""What a pair did on some versions: its runs as a reader sees them, compared."""

from __future__ import annotations

import re

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.execution.messages import Outcome
from scripts.execution.overlay import Overlay
from scripts.results.certify import REFERENCE, Comparison, certify, measured_grade
from scripts.results.records import Record
from scripts.results.runs import Run
from scripts.results.summaries import NAMED, Behaviour, Compared, Ran

LONGEST = 200
# Without what is meant for whoever writes pair.toml.
JUDGED = re.compile(
    r"""(?s)raised (?:'(.*)'|"(.*)"), but pair\.toml says .*"""
    r"""|(.*)(?:, but pair\.toml says .*|, see \[parameters\])"""
)
INSTALLED = re.compile(r"/[^\s'\"()]*/(?:site|dist)-packages/")
Ended = dict[str, Record | str]
"""By name, the record of a run or, in a line, how it failed."""


def behaviour_of(project: Project, pair: Pair, source: str, seen: Ended) -> Behaviour:
    """What `pair` did, by runtime its record or in a line how it failed.

    `source` is the digest of what was run, the same for all versions.
    """
    ran = {name: ran_of(found) for name, found in seen.items()}
    records = {n: found for n, found in seen.items() if isinstance(found, Record)}
    comparisons: dict[str, list[Comparison]] = {}
    if REFERENCE in records and len(records) > 1:
        try:
            comparisons = certify(project, pair, records).comparisons
        except Problem as problem:
            ran |= {n: Ran(failed=line_of(problem.what)) for n in ran if n != REFERENCE}
    everything = [c for found in comparisons.values() for c in found]
    return Behaviour(
        source,
        measured_grade(everything) if comparisons else "",
        ran,
        {n: {c.name: _compared(c) for c in f} for n, f in comparisons.items()},
    )


def ran_of(found: Record | str) -> Ran:
    """What a record, or the line that says how a run failed, shows to a reader."""
    if isinstance(found, str):
        return Ran(failed=found)
    raised = found.raised
    return Ran(
        "",
        line_of(f"{raised.type}: {raised.message}") if raised else "",
        [line for o in found.outputs for line in (*o.stdout, *o.stderr)],
        [str(warned) for warned in found.warnings],
        found.defaults,
    )


def _compared(comparison: Comparison) -> Compared:
    return Compared(float(f"{comparison.largest:.3g}"), comparison.equal)


def line_of(text: str) -> str:
    """A message in one line of at most 200 characters."""
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST else f"{joined[: LONGEST - 1]}…"


def failure(run: Run, outcome: Outcome, overlay: Overlay) -> str:
    """How a run failed, in a line without folders of this machine.

    An assert without a message says nothing, so its program's line does.
    """
    said = outcome.message.strip()
    if found := JUDGED.fullmatch(said):
        said = found[1] or found[2] or found[3]
    if said.endswith(":") and outcome.line:
        said += f" {run.snippet.text.splitlines()[outcome.line - 1].strip()}"
    if outcome.status != "error":
        said = f"{outcome.status}: {said}"
    return line_of(INSTALLED.sub("", said.replace(f"{overlay.folder}/", "")))


def not_started(overlay: Overlay, runtime: str, why: str) -> Problem:
    """A runtime that does not start with the packages of `overlay`."""
    names = [n for n in NAMED if n in overlay.versions] or list(overlay.versions)
    named = [f"{name} {overlay.versions[name]}" for name in names]
    what = f"{runtime} does not start: {line_of(why)}"
    return Problem(", ".join(named) or runtime, what, "try other versions")
