"""The commands of `python -m scripts`, their progress and exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

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

MORE = ("scripts.cli.site_commands", "scripts.cli.measure_commands")
"""Modules whose functions are commands once they are imported."""


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
    options = Options(pairs or [], force, check, jobs, isolation, committed)
    options.shard = parse_shard(shard)
    if scheduler:
        _use_cluster(options, scheduler)
    typer.echo(_summary(_build(Project(project.resolve()), options), check))


def _build(here: Project, options: Options) -> Report:
    """Build, and show how far it is."""
    from scripts.cli.progress import Progress

    with Progress() as progress:
        options.on_start, options.on_run = progress.start, progress.advance
        options.on_retry, options.on_again = progress.retry, progress.again
        options.on_beside = progress.beside
        if options.committed:
            from scripts.build.redraw import draw_what_is_committed

            draw_what_is_committed(here)
        return build(here, options)


def _use_cluster(options: Options, address: str) -> None:
    """Hand all runs to a cluster at once: it knows how many it makes at a time."""
    from scripts.execution.cluster import Cluster

    options.open_pool, options.jobs = Cluster(address), sys.maxsize


@app.command()
def render(project: Root = HERE) -> None:
    """Draw what pages include from what is committed; run nothing."""
    from scripts.build.redraw import redraw

    report = redraw(Project(project.resolve()))
    typer.echo(_summary(report, check=False))


@app.command()
def new(
    pair: Annotated[str, typer.Argument(help="Its name, as topic/pair.")] = "",
    page: Annotated[str, typer.Option(help="The page to show it on.")] = "",
    title: Annotated[str, typer.Option(help="Its heading.")] = "",
    question: Annotated[str, typer.Option(help="What a reader asks.")] = "",
    project: Root = HERE,
) -> None:
    """Start a pair: a working example to edit; asks where no pair is named."""
    from scripts.cli.ask import ask_pair
    from scripts.cli.new import NAMED, Wanted, next_steps, start_pair

    here = Project(project.resolve())
    if not pair and not sys.stdin.isatty():
        raise Problem("new", "no pair is named, and no terminal to ask on", NAMED)
    wanted = Wanted(pair, title, question, page) if pair else ask_pair(here)
    written = start_pair(here, wanted)
    typer.echo(next_steps(here, wanted.name, written))


def _summary(report: Report, check: bool) -> str:
    files = f"{len(report.written)} files written"
    if check:
        files = "everything as committed"
    told = f"{report.pairs} pairs: {report.made} of {report.runs} runs made, {files}"
    if report.absent:
        told += f"; records of {', '.join(report.absent)} left as committed, since"
        told += " their packages are not installed"
    return told


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 where all is well, 1 with a line per problem otherwise."""
    for name in MORE:
        import_module(name)
    try:
        app(args=argv, prog_name="python -m scripts")
    except (Problem, Problems) as problem:
        print(problem, file=sys.stderr)
        return 1
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0
