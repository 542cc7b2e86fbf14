"""The site in a folder: built, or left alone where it is what a build would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts.core.project import Project
from scripts.site.unchanged import inputs_digest, note_site, site_is_current


def build_unless_current(
    project: Project, folder: Path, build: Callable[[Project, Path], None]
) -> bool:
    """Have `build` put the site in `folder`, where it is not; whether it had to."""
    if site_is_current(project, folder):
        return False
    inputs = inputs_digest(project)
    build(project, folder)
    note_site(project, folder, inputs)
    return True
