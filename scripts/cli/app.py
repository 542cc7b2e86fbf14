"""`python -m scripts`: the application, and the arguments that commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from scripts.results.runs import Isolation

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
Root = Annotated[Path, typer.Option("--project", help="Root of the checkout.")]
CORES = os.cpu_count() or 1
Pairs = Annotated[
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
