"""Where files wait to be written: on the disk and not in memory.

A build writes nothing unless every pair is sound, and what follows from thousands of
pairs is more than a gigabyte.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.core.project import (
    TEMPORARY,
    Project,
    cannot_write,
    read_bytes,
    remove,
    write_atomically,
)


class Staging:
    """The files that change, by where they belong; a context manager.

    Their contents are in `.cache/staging` until it ends. One at a time in a checkout:
    whoever stages holds the lock of a build.
    """

    def __init__(self, project: Project) -> None:
        self.project, self.folder = project, project.cache / "staging"
        self.waiting: dict[Path, Path] = {}
        self.strays: list[Path] = []

    def __enter__(self) -> Staging:
        self._clear()  # what a killed build has left
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def _clear(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, files: dict[Path, bytes]) -> None:
        """Have those wait that are not on the disk already. Raises `Problem`."""
        for path, content in files.items():
            if read_bytes(path) != content:
                self.waiting[path] = self._stage(content)

    def _stage(self, content: bytes) -> Path:
        path = self.folder / f"{TEMPORARY}{len(self.waiting)}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise cannot_write(path, error) from None
        return path

    def remove(self, strays: list[Path]) -> None:
        """Have files wait to be removed."""
        self.strays += strays

    def content(self, path: Path) -> bytes | None:
        """What is about to be written to `path`; None where it does not change."""
        waiting = self.waiting.get(path)
        return waiting.read_bytes() if waiting else None

    def write(self) -> list[str]:
        """Write and remove all that waits, and say what. Raises `Problem`."""
        for path, waiting in self.waiting.items():
            write_atomically(path, waiting.read_bytes())
        for stray in self.strays:
            remove(stray)
        return [self.project.show(path) for path in [*self.waiting, *self.strays]]
