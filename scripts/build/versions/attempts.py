"""Runs that may fail: each gives a record, or a line that says how it ended."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace

from scripts.build.execute import make_runs
from scripts.build.options import Observer, Options
from scripts.build.versions.behaviour import line_of
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime
from scripts.execution.messages import Outcome
from scripts.execution.overlay import Overlay
from scripts.results.cache import Cache
from scripts.results.records import Record
from scripts.results.runs import Run
from scripts.results.summaries import NAMED

# Without what is meant for whoever writes pair.toml.
JUDGED = re.compile(
    r"""(?s)raised (?:'(.*)'|"(.*)"), but pair\.toml says .*"""
    r"""|(.*)(?:, but pair\.toml says .*|, see \[parameters\])"""
)
INSTALLED = re.compile(r"/[^\s'\"()]*/(?:site|dist)-packages/")
Ended = dict[str, Record | str]
"""By the key of a run its record, or in a line how it failed."""


class Failures(Observer):
    """Hears how runs end for another observer, and notes those that fail."""

    def __init__(self, overlay: Overlay, observer: Observer) -> None:
        self.overlay, self.observer = overlay, observer
        self.failed: dict[str, str] = {}
        self.missing: dict[str, str] = {}

    def advance(self, run: Run, outcome: Outcome) -> None:
        """`run` has ended."""
        self.observer.advance(run, outcome)
        if outcome.status == "missing-runtime":
            self.missing[run.runtime] = outcome.message
        elif outcome.result is None:
            self.failed[run.key] = _failure(run, outcome, self.overlay)

    def retry(self, run: Run) -> None:
        """`run` hung in a fork and will be made in a fresh process."""
        self.observer.retry(run)


def attempt(
    project: Project,
    runtimes: dict[str, Runtime],
    runs: list[Run],
    overlay: Overlay,
    options: Options,
) -> Ended:
    """Every run: from the cache, or made now with the packages of `overlay`.

    Raises `Problems` where a runtime does not start: nothing can be said then.
    """
    cache, seen = Cache(project), Failures(overlay, options.observer)
    due = [run for run in runs if cache.get(run.key) is None]
    options.observer.start(due)
    noting = replace(options, observer=seen)
    with contextlib.suppress(Problems):  # each is noted
        make_runs(project, runtimes, due, cache, noting, overlay=overlay.folder)
    if seen.missing:
        missing = seen.missing.items()
        raise Problems([_not_started(overlay, *found) for found in missing])
    return {run.key: cache.get(run.key) or seen.failed[run.key] for run in runs}


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
