"""The commands about the built site: publish, look again, serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from scripts.cli.app import Root, app
from scripts.core.problems import Problems
from scripts.core.project import HERE, Project


@app.command()
def publish(
    folder: Annotated[Path, typer.Argument(help="Where to put it.")] = Path("site"),
    project: Root = HERE,
) -> None:
    """Build the site, check it, and only then put it in the place of the last.

    Does nothing where the site is what a build would give.
    """
    from scripts.site.site_build import build_unless_up_to_date

    here = Project(project.resolve())
    built = build_unless_up_to_date(here, here.root / folder, _publish)
    typer.echo(f"{folder}: {'checked and in place' if built else 'up to date'}")


def _publish(project: Project, folder: Path) -> None:
    # What checks a site takes longer to import than to see that it is up to date.
    from scripts.site.publish import publish as build_and_check

    build_and_check(project, folder)


@app.command()
def site_check(
    folder: Annotated[Path, typer.Argument(help="A built site.")] = Path("site"),
    project: Root = HERE,
) -> None:
    """Look at the pages and at a site that was built from them; write nothing."""
    from scripts.site.checks.site_check import check_site
    from scripts.site.checks.source_check import check_sources
    from scripts.site.manifest import check_manifest

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
    from scripts.site.addresses import NAME, keep_addresses

    here = Project(project.resolve())
    added = keep_addresses(here, here.root / folder)
    typer.echo(f"{NAME}: {added} addresses added")


@app.command()
def serve(
    address: Annotated[
        str, typer.Option(help="Where, as host:port.")
    ] = "127.0.0.1:8000",
    project: Root = HERE,
) -> None:
    """Serve the site; what is saved is run, and put into the open page."""
    from scripts.site.preview.serve import serve as serve_preview

    serve_preview(Project(project.resolve()), address)
