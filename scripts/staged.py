"""Files that are about to be written, waiting on the disk and not in memory.

A build writes nothing unless every pair is sound, and what follows from thousands of
pairs is more than a gigabyte. So each file waits in `build/staged/`, and in the end
only takes its name.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from scripts.project import Project, cannot_write, read_bytes, write_atomically


class Staged:
    """The files that change, by where they belong."""

    def __init__(self, project: Project) -> None:
        self.folder = project.root / "build" / "staged"
        self.waiting: dict[Path, Path] = {}
        self.discard()

    def add(self, files: dict[Path, bytes]) -> None:
        """Have those wait that are not on the disk already. Raises `Problem`."""
        for path, content in files.items():
            if read_bytes(path) != content:
                self.waiting[path] = self.folder / str(len(self.waiting))
                write_atomically(self.waiting[path], content)

    def content(self, path: Path) -> bytes | None:
        """What is about to be written to `path`; None where it does not change."""
        waiting = self.waiting.get(path)
        return waiting.read_bytes() if waiting else None

    def put_in_place(self) -> list[Path]:
        """Give every file its name; which they are. Raises `Problem`."""
        for path, waiting in self.waiting.items():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                os.replace(waiting, path)
            except OSError as error:
                raise cannot_write(path, error) from None
        return list(self.waiting)

    def discard(self) -> None:
        """Forget what waits, also what a killed build has left."""
        self.waiting.clear()
        shutil.rmtree(self.folder, ignore_errors=True)
