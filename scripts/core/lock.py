"""Locks between processes: one build at a time in a checkout."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock

from scripts.core.project import Project, cannot_write, sweep


@contextmanager
def locked(project: Project, name: str) -> Iterator[None]:
    """Hold the lock of this name; another process that asks for it waits.

    Raises `Problem` where a lock cannot be written.
    """
    lock = FileLock(project.cache / f"{name}.lock")
    try:
        project.cache.mkdir(exist_ok=True)
        lock.acquire()
    except OSError as error:
        raise cannot_write(project.cache, error) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def build_lock(project: Project) -> Iterator[None]:
    """Be the only build; a second one waits, and finds less to do.

    Removes what a killed build was writing.
    """
    with locked(project, "build"):
        for folder in (*project.made, *project.stores):
            sweep(folder)
        yield
