"""The commands that compare: with a commit, other versions, another machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scripts.build.options import Options
from scripts.cli.app import CORES, Jobs, Root, app
from scripts.core.project import HERE, Project


@app.command()
def changes(
    base: Annotated[str, typer.Argument(help="The commit to compare with.")],
    project: Root = HERE,
) -> None:
    """Say in Markdown which outputs, certificates and pages a branch changes."""
    from scripts.cli.changes import describe_changes

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
    jobs: Jobs = CORES,
    project: Root = HERE,
) -> None:
    """Run all pairs on other versions; say in Markdown what they do otherwise."""
    from scripts.build.upgrade import upgrade as told
    from scripts.cli.progress import Progress

    with Progress() as progress:
        options = Options(jobs=jobs, on_run=progress.advance)
        options.on_start, options.on_retry = progress.start, progress.retry
        here = Project(project.resolve())
        for text in told(here, packages or [], runtime or [], dependencies, options):
            typer.echo(text)


@app.command()
def guide() -> None:
    """Draw the rooms of this program and the trip of a snippet for its guide."""
    from scripts.cli.program_guide import PAGE, write_guide

    done = "written" if write_guide() else "up to date"
    typer.echo(f"{PAGE.name}: {done}")


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
    typer.echo(command.measure(here, wanted, lambda told: typer.echo(told, err=True)))
