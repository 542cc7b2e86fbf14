"""The commands for whoever writes: start a pair, say what changes, draw the guide."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from scripts.cli.app import Root, app
from scripts.core.problems import Problem
from scripts.core.project import HERE, Project


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


@app.command()
def changes(
    base: Annotated[str, typer.Argument(help="The commit to compare with.")],
    project: Root = HERE,
) -> None:
    """Say in Markdown which outputs, certificates and pages a branch changes."""
    from scripts.cli.changes import describe_changes

    typer.echo(describe_changes(Project(project.resolve()), base), nl=False)


@app.command()
def guide() -> None:
    """Draw the rooms of this program and the trip of a snippet for its guide."""
    from scripts.cli.program_guide import PAGE, write_guide

    done = "written" if write_guide() else "up to date"
    typer.echo(f"{PAGE.name}: {done}")


@app.command(hidden=True)
def pack(
    folder: Annotated[Path, typer.Argument(help="What to pack.")],
) -> None:
    """Put a folder into a .zip of the same name, the same bytes on every machine."""
    from scripts.core.archive import pack as pack_folder

    typer.echo(f"packed {pack_folder(folder)}")
