"""Where things are: every path of a project, from its root."""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from scripts.core.problems import Problem

HERE = Path(__file__).resolve().parents[2]
TEMPORARY = ".writing-"


@dataclass(frozen=True)
class Project:
    """A checkout. `root` holds `snippets/`, and in it `runtimes.toml`."""

    root: Path = HERE

    @cached_property
    def snippets(self) -> Path:
        """What is run: a folder per topic, in it a folder per pair."""
        return self.root / "snippets"

    @cached_property
    def debugging(self) -> Path:
        """Mistakes, and programs in which a breakpoint is counted."""
        return self.snippets / "_debugging"

    @cached_property
    def results(self) -> Path:
        """What was seen: committed records and certificates."""
        return self.root / "results"

    @cached_property
    def fragments(self) -> Path:
        """Generated Markdown, a file per pair, included by pages."""
        return self.root / "build" / "fragments"

    @cached_property
    def plain(self) -> Path:
        """Generated Markdown without HTML, a file per pair, for programs."""
        return self.root / "build" / "plain"

    @cached_property
    def downloads(self) -> Path:
        """Generated copies of the snippets that the site serves."""
        return self.root / "docs" / "downloads"

    @cached_property
    def notebooks(self) -> Path:
        """Case studies as programs, and the notebooks generated from them."""
        return self.root / "docs" / "notebooks"

    @cached_property
    def claims(self) -> Path:
        """The claims of the article, with verdict and evidence."""
        return self.root / "docs" / "claims.yaml"

    @cached_property
    def guide(self) -> Path:
        """The questions of the decision guide."""
        return self.root / "docs" / "guide.yaml"

    @cached_property
    def changelog(self) -> Path:
        """What a reader or a contributor would notice, by day."""
        return self.root / "CHANGELOG.md"

    @cached_property
    def data(self) -> Path:
        """Generated data about the whole set that the site serves."""
        return self.root / "docs" / "data"

    @cached_property
    def made(self) -> tuple[Path, ...]:
        """The folders that builds write to."""
        drawn = (self.root / "build", self.downloads, self.data, self.notebooks)
        return (self.results, *drawn)

    @cached_property
    def cache(self) -> Path:
        """What this machine has run already; never committed."""
        return self.root / ".cache"

    @cached_property
    def stores(self) -> tuple[Path, ...]:
        """The folders of the cache that builds write to; see `scripts.core.store`."""
        names = ("runs", "repeats", "unconfirmed", "state")
        return tuple(self.cache / name for name in names)

    def show(self, path: Path) -> str:
        """`path` as a person types it: relative to the root."""
        return path.relative_to(self.root).as_posix()


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that a reader sees the old file or the new one.

    The bytes reach the disk before the name does, so a machine that stops
    half way leaves the old file whole. Raises `Problem` where that cannot be
    done, as where the disk is full, and then the old file is whole too.
    """
    try:
        _replace(path, content)
    except OSError as error:
        raise cannot_write(path, error) from None


def cannot_write(path: Path, error: OSError) -> Problem:
    """What to tell a person whose disk does not take a file."""
    where = path.relative_to(HERE) if path.is_relative_to(HERE) else path
    remedy = "make room or allow it, and run the same once more"
    return Problem(str(where), f"cannot be written: {error.strerror}", remedy)


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write `content` unless it is there already; say whether it was written."""
    if read_bytes(path) == content:
        return False
    write_atomically(path, content)
    return True


def read_bytes(path: Path) -> bytes | None:
    """The content of `path`, or None where there is no such file."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None


def remove(path: Path) -> None:
    """Remove a file, and its folder if that is empty then. Raises `Problem`."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(path, error) from None
    with contextlib.suppress(OSError):
        path.parent.rmdir()


def sweep(folder: Path) -> None:
    """Remove what was being written below `folder` when a build was killed."""
    for path in [*folder.rglob(f"{TEMPORARY}*")]:
        path.unlink(missing_ok=True)
