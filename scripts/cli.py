"""The commands of `python -m scripts`, their progress and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from scripts.build import build
from scripts.options import Options, Report
from scripts.problems import Problem, Problems
from scripts.project import HERE, Project
from scripts.runs import Isolation
from scripts.shard import parse_shard

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Root = Annotated[Path, typer.Option("--project", help="Root of the checkout.")]
CORES = os.cpu_count() or 1
Wanted = Annotated[
    list[str] | None, typer.Argument(help="Pairs or topics; all if none is named.")
]
Force = Annotated[bool, typer.Option(help="Run also what is up to date.")]
Check = Annotated[bool, typer.Option(help="Write nothing; fail on any difference.")]
Part = Annotated[str, typer.Option(help="Only this part of them, such as 2/4.")]
Jobs = Annotated[int, typer.Option(min=1, help="Runs at a time.", show_default="cores")]
Isolated = Annotated[Isolation, typer.Option(help="A fork per run, or a new process.")]
Committed = Annotated[
    bool, typer.Option("--committed", help="Run only what has no record in Git.")
]
Scheduler = Annotated[
    str, typer.Option(help="Run on the Dask cluster at this address.")
]


@app.callback()
def _commands() -> None:
    """Run snippets, certify that both sides agree, render what pages show."""


@app.command()
def run(
    pairs: Wanted = None,
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
    from scripts.progress import Progress

    with Progress() as progress:
        options.on_start, options.on_run = progress.start, progress.advance
        options.on_retry, options.on_again = progress.retry, progress.again
        if options.committed:
            from scripts.redraw import draw_what_is_committed

            draw_what_is_committed(here)
        return build(here, options)


def _use_cluster(options: Options, address: str) -> None:
    """Hand all runs to a cluster at once: it knows how many it makes at a time."""
    from scripts.cluster import Cluster

    options.fleet_of, options.jobs = Cluster(address), sys.maxsize


@app.command()
def render(project: Root = HERE) -> None:
    """Draw what pages include from what is committed; run nothing."""
    from scripts.redraw import redraw

    report = redraw(Project(project.resolve()))
    typer.echo(_summary(report, check=False))


@app.command()
def publish(
    folder: Annotated[Path, typer.Argument(help="Where to put it.")] = Path("site"),
    project: Root = HERE,
) -> None:
    """Build the site, check it, and only then put it in the place of the last.

    Does nothing where the site is what a build would give.
    """
    from scripts.publish import publish as build_and_check
    from scripts.site_build import build_unless_current

    here = Project(project.resolve())
    built = build_unless_current(here, here.root / folder, build_and_check)
    typer.echo(f"{folder}: {'checked and in place' if built else 'up to date'}")


@app.command()
def site_check(
    folder: Annotated[Path, typer.Argument(help="A built site.")] = Path("site"),
    project: Root = HERE,
) -> None:
    """Look at the pages and at a site that was built from them; write nothing."""
    from scripts.manifest import check_manifest
    from scripts.site_check import check_site
    from scripts.source_check import check_sources

    here = Project(project.resolve())
    found = check_sources(here) + check_site(here, here.root / folder)
    if found := found + check_manifest(here.root / folder):
        raise Problems(found)
    typer.echo(f"{folder}: as it should be")


@app.command()
def addresses(
    folder: Annotated[Path, typer.Option(help="The built site.")] = Path("site"),
    project: Root = HERE,
) -> None:
    """Add the addresses of a site that is published to those that have to stay."""
    from scripts.addresses import NAME, keep_addresses

    here = Project(project.resolve())
    added = keep_addresses(here, here.root / folder)
    typer.echo(f"{NAME}: {added} addresses added")


@app.command(hidden=True)
def live(
    runs: Annotated[bool, typer.Option(help="Run what is new, not only draw.")] = False,
    project: Root = HERE,
) -> None:
    """Answer each line of standard input with what is wrong now, as JSON."""
    from scripts.live import serve_answers

    here = Project(project.resolve())
    serve_answers(here, sys.stdin, sys.stdout, runs=runs)


@app.command()
def new(
    pair: Annotated[str, typer.Argument(help="Its name, as topic/pair.")] = "",
    page: Annotated[str, typer.Option(help="The page to show it on.")] = "",
    title: Annotated[str, typer.Option(help="Its heading.")] = "",
    question: Annotated[str, typer.Option(help="What a reader asks.")] = "",
    project: Root = HERE,
) -> None:
    """Start a pair: a working example to edit; asks where no pair is named."""
    from scripts.ask import ask_pair
    from scripts.new import NAMED, Wanted, next_steps, start_pair

    here = Project(project.resolve())
    if not pair and not sys.stdin.isatty():
        raise Problem("new", "no pair is named, and no terminal to ask on", NAMED)
    wanted = Wanted(pair, title, question, page) if pair else ask_pair(here)
    written = start_pair(here, wanted)
    typer.echo(next_steps(here, wanted.name, written))


@app.command(hidden=True)
def pack(
    folder: Annotated[Path, typer.Argument(help="What to pack.")],
) -> None:
    """Put a folder into a .zip beside it, the same bytes on every machine."""
    from scripts.pack import pack as pack_folder

    typer.echo(f"packed {pack_folder(folder)}")


@app.command()
def changes(
    base: Annotated[str, typer.Argument(help="The commit to compare with.")],
    project: Root = HERE,
) -> None:
    """Say in Markdown which outputs, certificates and pages a branch changes."""
    from scripts.changes import describe_changes

    typer.echo(describe_changes(Project(project.resolve()), base), nl=False)


@app.command()
def upgrade(
    packages: Annotated[
        list[str] | None,
        typer.Argument(
            help="Such as keras==3.10.0; keras is its newest.",
            show_default="all versions that have a summary",
        ),
    ] = None,
    runtime: Annotated[
        list[str] | None, typer.Option(help="An optional runtime to run as well.")
    ] = None,
    dependencies: Annotated[
        bool, typer.Option("--dependencies", help="Bring what they depend on, too.")
    ] = False,
    jobs: Annotated[
        int, typer.Option(min=1, help="Runs at a time.", show_default="cores")
    ] = os.cpu_count() or 1,
    project: Root = HERE,
) -> None:
    """Run all pairs on other versions; say in Markdown what they do otherwise."""
    from scripts.progress import Progress
    from scripts.upgrade import upgrade as told

    with Progress() as progress:
        options = Options(jobs=jobs, on_run=progress.advance)
        options.on_start, options.on_retry = progress.start, progress.retry
        here = Project(project.resolve())
        for text in told(here, packages or [], runtime or [], dependencies, options):
            typer.echo(text)


@app.command()
def bench(
    machine: Annotated[
        str, typer.Option(help="Its name.", show_default="processor and cores")
    ] = "",
    workload: Annotated[
        str, typer.Option(help="Measure only this one, and keep nothing.")
    ] = "",
    rounds: Annotated[int, typer.Option(min=2, help="Rounds of each rung.")] = 20,
    threads: Annotated[int, typer.Option(min=1, help="Threads of each rung.")] = 1,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace what the machine measured.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(help="A file to write instead of results/.")
    ] = None,
    compare: Annotated[
        tuple[Path, Path] | None,
        typer.Option(help="Say how well two files of results agree."),
    ] = None,
    project: Root = HERE,
) -> None:
    """Time both frameworks on this machine; see guides/machine.md."""
    from benchmarks import command
    from benchmarks.compare import compare as compare_files

    if compare:
        typer.echo(compare_files(*compare))
        return
    here = Project(project.resolve())
    wanted = command.Wanted(machine, workload, rounds, threads, replace, output)
    typer.echo(command.measure(here, wanted, lambda told: typer.echo(told, err=True)))


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
    try:
        app(args=argv, prog_name="python -m scripts")
    except (Problem, Problems) as problem:
        print(problem, file=sys.stderr)
        return 1
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0
