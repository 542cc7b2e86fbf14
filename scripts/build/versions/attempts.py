"""Runs that may fail: each gives a record, or a line that says how it ended."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from scripts.build.execute import make_runs
from scripts.build.options import Observer, Options
from scripts.build.versions.behaviour import Ended, failure, not_started
from scripts.core.problems import Problems
from scripts.core.project import Project
from scripts.corpus.runtimes import Runtime
from scripts.execution.messages import Outcome
from scripts.execution.overlay import Overlay
from scripts.results.cache import Cache
from scripts.results.runs import Run


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
            self.failed[run.key] = failure(run, outcome, self.overlay)

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
        raise Problems([not_started(overlay, *found) for found in missing])
    return {run.key: cache.get(run.key) or seen.failed[run.key] for run in runs}
