"""The commands that measure: other versions, this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scripts.build.options import Options
from scripts.cli.app import CORES, Jobs, Root, app
from scripts.core.project import HERE, Project


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
    jobs: Jobs = CORES,
    project: Root = HERE,
) -> None:
    """Run all pairs on other versions; say in Markdown what they do otherwise."""
    from scripts.build.versions.upgrade import upgrade as measured
    from scripts.cli.progress import Progress

    with Progress() as progress:
        options = Options(jobs=jobs, observer=progress)
        here = Project(project.resolve())
        wanted, runtimes = packages or [], runtime or []
        for text in measured(here, wanted, runtimes, dependencies, options):
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
    """Time both frameworks on this machine; see .github/guides/machine.md."""
    from scripts.measurements.sessions import compare as compare_files
    from scripts.measurements.timing import command

    if compare:
        typer.echo(compare_files(*compare))
        return
    here = Project(project.resolve())
    wanted = command.Wanted(machine, workload, rounds, threads, replace, output)
    typer.echo(command.measure(here, wanted, lambda line: typer.echo(line, err=True)))
