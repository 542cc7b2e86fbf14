"""The site, whole or not at all: built, finished and checked aside, then put in place.

A build that fails or is killed leaves the site that was there as it was.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts.core.lock import locked
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.site.checks.site_check import check_site
from scripts.site.checks.source_check import check_sources
from scripts.site.finish.steps import finish
from scripts.site.manifest import MANIFEST, write_manifest
from scripts.site.swap import put_back, put_in_place


def publish(project: Project, folder: Path) -> None:
    """Build the site from what is drawn, finish it, check it, and put it at `folder`.

    Raises `Problem` or `Problems`, and then `folder` is as it was.
    """
    _refuse_foreign(project, folder)
    _raise_if(check_sources(project))
    with _aside(project, folder) as new:
        build_pages(project, new)
        finish(project, new)
        _raise_if(check_site(project, new))
        write_manifest(new)
        put_in_place(new, folder)


def build_pages(project: Project, folder: Path) -> None:
    """Have MkDocs build into `folder`; any warning fails. Raises `Problem`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    environment = os.environ | {"PUBLISHING": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [*command, str(folder)], cwd=project.root, env=environment, check=False
    )
    if done.returncode:
        what = f"mkdocs build ended with {done.returncode}"
        raise Problem("mkdocs.yml", what, "mend what it says above, then: make site")


def _raise_if(found: list[Problem]) -> None:
    if found:
        raise Problems(found)


def _refuse_foreign(project: Project, folder: Path) -> None:
    """Raise `Problem` where the folder holds something that no build has written."""
    made = folder == project.root / "site" or project.root / "build" in folder.parents
    if made or not folder.exists() or (folder / MANIFEST).is_file():
        return
    if not folder.is_dir() or any(folder.iterdir()):
        what = f"holds something else than a site: it has no {MANIFEST}"
        raise Problem(str(folder), what, "name an empty folder")


@contextmanager
def _aside(project: Project, folder: Path) -> Iterator[Path]:
    """A folder to build in, beside the one to replace: a rename needs one disk."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with locked(project, "publish"):
        for left in folder.parent.glob(f".{folder.name}-new-*"):
            put_back(left, folder)
            shutil.rmtree(left)
        aside = tempfile.mkdtemp(prefix=f".{folder.name}-new-", dir=folder.parent)
        try:
            yield Path(aside, "site")
        finally:
            shutil.rmtree(aside, ignore_errors=True)
