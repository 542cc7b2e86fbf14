"""The commands of `python -m scripts`, their progress and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module

import typer

from scripts.build.build import build
from scripts.build.options import Options, Report
from scripts.cli.app import (
    CORES,
    Check,
    Committed,
    Force,
    Isolated,
    Jobs,
    Pairs,
    Part,
    Root,
    Scheduler,
    app,
)
from scripts.core.problems import Problem, Problems
from scripts.core.project import HERE, Project
from scripts.corpus.shard import parse_shard

MORE = ("author_commands", "measure_commands", "site_commands")
"""Modules of this room whose functions are commands once they are imported."""


@app.command()
def run(
    pairs: Pairs = None,
    force: Force = False,
    check: Check = False,
    shard: Part = "1/1",
    jobs: Jobs = CORES,
    isolation: Isolated = "fork",
    committed: Committed = False,
    scheduler: Scheduler = "",
    project: Root = HERE,
) -> None:
    """Run what has to be run, certify and render it."""
    if committed and (force or check):
        raise typer.BadParameter("--committed goes with neither --force nor --check")
    part, here = parse_shard(shard), Project(project.resolve())
    options = Options(pairs or [], force, check, jobs, isolation, committed, part)
    if scheduler:
        options = _on_cluster(options, scheduler)
    typer.echo(_summary(_build(here, options), check))


def _build(here: Project, options: Options) -> Report:
    """Build, and show how far it is."""
    from scripts.cli.progress import Progress

    with Progress() as progress:
        if options.committed:
            from scripts.build.redraw import draw_what_is_committed

            draw_what_is_committed(here)
        return build(here, replace(options, observer=progress))


def _on_cluster(options: Options, address: str) -> Options:
    """Have all runs made by a cluster at once: it knows how many it makes at a time."""
    from scripts.execution.cluster import Cluster

    return replace(options, open_pool=Cluster(address), jobs=sys.maxsize)


@app.command()
def render(project: Root = HERE) -> None:
    """Draw what pages include from what is committed; run nothing."""
    from scripts.build.redraw import redraw

    report = redraw(Project(project.resolve()))
    typer.echo(_summary(report, check=False))


def _summary(report: Report, check: bool) -> str:
    files = f"{len(report.written)} files written"
    if check:
        files = "everything as committed"
    line = f"{report.pairs} pairs: {report.made} of {report.runs} runs made, {files}"
    if report.absent:
        line += f"; records of {', '.join(report.absent)} left as committed, since"
        line += " their packages are not installed"
    return line


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 where all is well, 1 with a line per problem otherwise."""
    for name in MORE:
        import_module(f"scripts.cli.{name}")
    try:
        app(args=argv, prog_name="python -m scripts")
    except (Problem, Problems) as problem:
        print(problem, file=sys.stderr)
        return 1
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0
