"""Files that are about to be written, waiting on the disk and not in memory.

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
    write_atomically,
)


class Staged:
    """The files that change, by where they belong; their contents in `.cache`."""

    def __init__(self, project: Project) -> None:
        self.folder = project.cache / "staged"
        self.waiting: dict[Path, Path] = {}
        self.discard()

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

    def content(self, path: Path) -> bytes | None:
        """What is about to be written to `path`; None where it does not change."""
        waiting = self.waiting.get(path)
        return waiting.read_bytes() if waiting else None

    def write(self) -> list[Path]:
        """Write every file where it belongs; which they are. Raises `Problem`."""
        for path, waiting in self.waiting.items():
            write_atomically(path, waiting.read_bytes())
        return list(self.waiting)

    def discard(self) -> None:
        """Forget what waits, also what a killed build has left."""
        self.waiting.clear()
        shutil.rmtree(self.folder, ignore_errors=True)
