"""What other versions of the frameworks change: run all pairs on them and compare."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

from scripts.build.options import Options
from scripts.build.versions.measure import measure
from scripts.core.lock import build_lock
from scripts.core.markup import code_span, escape, table
from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.corpus.runtimes import check_installed, read_pins, read_runtimes
from scripts.execution.overlay import Overlay, lay_over
from scripts.results.behaviour import KINDS, Change, changes, comparable
from scripts.results.summaries import Summary, read_summaries, write_summary


def upgrade(
    project: Project,
    wanted: list[str],
    runtimes: list[str],
    dependencies: bool,
    options: Options,
) -> Iterator[str]:
    """Sum up the pinned versions and others, and tell what differs, in Markdown.

    `wanted` are packages such as `keras==3.10.0`; where none is named, every
    version that has a summary is measured again. Writes `results/versions/`, where
    what differs only in packages that name no summary is not written. Raises
    `Problem` or `Problems`, and then has written nothing.
    """
    check_installed(read_pins(project), read_runtimes(project))
    names = _runtimes(project, runtimes)
    known, day = read_summaries(project), today()
    with build_lock(project):
        overlays = [lay_over(project, wanted, dependencies)] if wanted else []
        pinned = measure(project, Overlay(), names, day, options)
        _check_sound(pinned)
        overlays += [] if wanted else list(_again(project, known, pinned))
        others = [measure(project, o, names, day, options) for o in overlays]
        named = [other for other in others if other.name != pinned.name]
        for summary in (pinned, *named):
            yield _write(project, summary)
    for other in others:
        yield compared(pinned, other)


def _check_sound(pinned: Summary) -> None:
    """What the pinned versions do is what others are compared with."""
    for name, behaviour in pinned.pairs.items():
        for runtime, ran in behaviour.runs.items():
            if ran.failed:
                what = f"on {runtime}, with the pinned versions: {ran.failed}"
                raise Problem(f"snippets/{name}", what, "mend it first: make run")


def today() -> str:
    """The day in UTC, which `SOURCE_DATE_EPOCH` sets."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date().isoformat()


def _runtimes(project: Project, wanted: list[str]) -> list[str]:
    """The runtimes to measure: those that every checkout has, unless named."""
    known = read_runtimes(project)
    if strange := [name for name in wanted if name not in known]:
        remedy = f"name one of {', '.join(known)}"
        raise Problem(strange[0], "is no runtime", remedy)
    return [n for n, r in known.items() if n in wanted or not r.optional]


def _again(
    project: Project, known: list[Summary], pinned: Summary
) -> Iterator[Overlay]:
    """The overlays of the summaries that differ in versions from the pinned ones."""
    for summary in known:
        other = [
            f"{name}=={version}"
            for name, version in summary.versions.items()
            if pinned.versions.get(name) != version
        ]
        if other and summary.runtimes == pinned.runtimes:
            yield lay_over(project, other)


def _write(project: Project, summary: Summary) -> str:
    path, new = write_summary(project, summary)
    return f"{project.show(path)}: {'written' if new else 'as it was'}"


def compared(pinned: Summary, other: Summary) -> str:
    """What `other` does otherwise than the pinned versions, in Markdown."""
    found = changes(pinned, other)
    pairs = [name for name in pinned.pairs if comparable(pinned, other, name)]
    changed = {change.subject for change in found if change.kind != "signature"}
    lines = [
        f"## {called(other)}",
        "",
        f"{len(changed)} of {len(pairs)} pairs do otherwise than with "
        f"{called(pinned)}. Other packages: {_packages(pinned, other)}.",
    ]
    if found:
        counts = Counter(change.kind for change in found)
        counted = [f"{KINDS[k].lower()} {counts[k]}" for k in KINDS if counts[k]]
        lines += ["", f"Changes: {', '.join(counted)}."]
        head = ["What", "On", "Change", called(pinned), called(other)]
        lines += ["", table(head, [_row(change) for change in found])]
    return "\n".join(lines)


def _packages(pinned: Summary, other: Summary) -> str:
    """The versions that differ, such as `keras 3.15.1, now 3.12.0`."""
    packages = [
        f"{name} {pinned.versions.get(name, 'none')}, now {version}"
        for name, version in other.versions.items()
        if pinned.versions.get(name) != version
    ]
    return "; ".join(packages) or "none"


def called(summary: Summary) -> str:
    """What people call a set of versions: Keras 3.15.1 with torch 2.13.0."""
    versions = summary.versions
    first, *others = sorted(summary.named, key=lambda name: name != "keras")
    title = f"{first.capitalize()} {versions[first]}"
    rest = [f"{name} {versions[name]}" for name in others]
    return f"{title} with {', '.join(rest)}" if rest else title


def _row(change: Change) -> list[str]:
    seen = [escape(text) for text in (change.before, change.after)]
    return [
        code_span(change.subject),
        change.runtime,
        KINDS[change.kind].lower(),
        *seen,
    ]
