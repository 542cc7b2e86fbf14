"""Run every pair on some versions, and sum up what each did."""

from __future__ import annotations

import contextlib
import re
from functools import partial
from pathlib import Path

import msgspec

from scripts.build.options import Options
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Declaration, Limits, Pair, find_pairs
from scripts.corpus.runtimes import Runtime, read_pins, read_runtimes
from scripts.corpus.snippets import Cell, Snippet
from scripts.execution.child import signatures
from scripts.execution.messages import Outcome
from scripts.execution.overlay import Overlay
from scripts.execution.runner import Runner
from scripts.results.cache import Cache
from scripts.results.certify import REFERENCE, Comparison, certify, measured_grade
from scripts.results.records import Record
from scripts.results.runs import Run, runs_of, source_of
from scripts.results.summaries import NAMED, SCHEMA, Behaviour, Compared, Ran, Summary

LONGEST = 200
# Without what is meant for whoever writes pair.toml.
JUDGED = re.compile(
    r"""(?s)raised (?:'(.*)'|"(.*)"), but pair\.toml says .*"""
    r"""|(.*)(?:, but pair\.toml says .*|, see \[parameters\])"""
)
INSTALLED = re.compile(r"/[^\s'\"()]*/(?:site|dist)-packages/")
SIGNATURES = "signatures"
PROBE = """

# %% Signatures
import json

for api in {apis!r}:
    print(json.dumps([api, arguments_of(api)]))
"""
Ended = dict[str, Record | str]
"""By the key of a run its record, or in a line how it failed."""


def measure(
    project: Project,
    overlay: Overlay,
    names: list[str],
    today: str,
    options: Options,
) -> Summary:
    """What every pair does on the runtimes `names` with the packages of `overlay`.

    Makes the runs that this machine has not made. Raises `Problem` where a
    runtime does not start, since nothing can be said then.
    """
    pins = read_pins(project) | overlay.versions
    everything = read_runtimes(project)
    runtimes = {name: everything[name] for name in names}
    pairs = find_pairs(project)
    runs = {pair.name: runs_of(pair, runtimes, pins) for pair in pairs}
    probes = [r for p in _probes(project, pairs) for r in runs_of(p, runtimes, pins)]
    wanted = [run for found in runs.values() for run in found]
    ended = _make(project, runtimes, wanted + probes, overlay, options)
    behaviours = {
        pair.name: _behaviour(project, pair, runs[pair.name], ended, everything)
        for pair in pairs
    }
    used = {n for r in runtimes.values() for n in r.packages} | overlay.versions.keys()
    versions = {name: pin for name, pin in sorted(pins.items()) if name in used}
    read = _signatures([ended[run.key] for run in probes])
    return Summary(SCHEMA, today, versions, names, read, behaviours)


def _probes(project: Project, pairs: list[Pair]) -> list[Pair]:
    """A program for each side that prints the arguments of its APIs."""
    source = Path(signatures.__file__).read_text(encoding="utf-8")
    found = []
    for side in SIDES:
        apis = sorted({getattr(pair.declaration, side) for pair in pairs})
        text = source + PROBE.format(apis=apis)
        line = text[: text.index("# %% ")].count("\n") + 1
        path = project.snippets / f"{SIGNATURES}_{side}.py"
        snippet = Snippet(path, text, [Cell("Signatures", line, "")])
        told = Declaration(
            SIGNATURES,
            *("", "", "", ""),
            "illustrative",
            limits=Limits(output_kib=4096),
        )
        found.append(Pair(SIGNATURES, project.snippets, b"", told, {side: snippet}))
    return found


def _signatures(ended: list[Record | str]) -> dict[str, dict[str, str] | None]:
    """The arguments of every API, as the first runtime of its side told them."""
    found: dict[str, dict[str, str] | None] = {}
    for record in ended:
        if isinstance(record, Record):
            for line in record.outputs[0].stdout:
                api, arguments = msgspec.json.decode(
                    line, type=tuple[str, dict[str, str] | None]
                )
                found.setdefault(api, arguments)
    return found


def _make(
    project: Project,
    runtimes: dict[str, Runtime],
    runs: list[Run],
    overlay: Overlay,
    options: Options,
) -> Ended:
    """Every run: from the cache, or made now."""
    cache, failed = Cache(project), dict[str, str]()
    missing: dict[str, str] = {}

    def note(run: Run, outcome: Outcome) -> None:
        options.on_run(run, outcome)
        if outcome.status == "missing-runtime":
            missing[run.runtime] = outcome.message
        elif outcome.result is None:
            failed[run.key] = _failure(run, outcome, overlay)

    needed = [run for run in runs if cache.get(run.key) is None]
    options.on_start(needed)
    runner = Runner(project, runtimes, cache, options.jobs, options.isolation)
    runner.progress, runner.on_retry = note, options.on_retry
    runner.open_pool = partial(options.open_pool, overlay=overlay.folder)
    with contextlib.suppress(Problems):  # each is noted
        runner.make(needed)
    if missing:
        raise Problems([_not_started(overlay, *found) for found in missing.items()])
    return {run.key: cache.get(run.key) or failed[run.key] for run in runs}


def _failure(run: Run, outcome: Outcome, overlay: Overlay) -> str:
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


def _not_started(overlay: Overlay, runtime: str, why: str) -> Problem:
    names = [n for n in NAMED if n in overlay.versions] or list(overlay.versions)
    named = [f"{name} {overlay.versions[name]}" for name in names]
    what = f"{runtime} does not start: {line_of(why)}"
    return Problem(", ".join(named) or runtime, what, "try other versions")


def line_of(text: str) -> str:
    """A message in one line of at most 200 characters."""
    joined = " ".join(text.split())
    return joined if len(joined) <= LONGEST else f"{joined[: LONGEST - 1]}…"


def _behaviour(
    project: Project,
    pair: Pair,
    runs: list[Run],
    ended: Ended,
    runtimes: dict[str, Runtime],
) -> Behaviour:
    seen = {run.runtime: ended[run.key] for run in runs}
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
        source_of(pair, runtimes),
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
        [f"{w.category}: {w.message}" for o in found.outputs for w in o.warnings],
        found.defaults,
    )


def _compared(comparison: Comparison) -> Compared:
    return Compared(float(f"{comparison.largest:.3g}"), comparison.equal)
