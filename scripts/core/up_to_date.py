"""One decision what is out of date.

Contents decide: what is made is up to date while all that it follows from and all of
its files are, byte for byte, as they were when it was made; otherwise it is stale. In
front of that is a quick look at the status of files, which reads none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.program import hash_parts
from scripts.core.project import Project, read_bytes
from scripts.core.store import Store


@dataclass(frozen=True)
class Target:
    """Something that is made: the digest of what it follows from, and its files."""

    name: str
    inputs: str
    files: Iterable[Path]


class State:
    """The targets as they were when they were made: a digest of each, by name.

    It is in `.cache/state`. Without it all is stale.
    """

    def __init__(self, project: Project, name: str) -> None:
        self.root, self.name = project.root, name
        self.store = state_store(project)
        self.digests: dict[str, str] = json.loads(self.store.get(name) or b"{}")

    def is_up_to_date(self, target: Target) -> bool:
        """Whether the target is what making it would give."""
        return self.digests.get(target.name) == self._digest(target)

    def note(self, target: Target) -> None:
        """Remember that the target has just been made."""
        self.digests[target.name] = self._digest(target)

    def save(self) -> None:
        """Keep it for the next start; where it cannot be written, all is stale then."""
        content = json.dumps(self.digests, indent=0, sort_keys=True).encode()
        if content != self.store.get(self.name):
            with suppress(Problem):
                self.store.put(self.name, content)

    def _digest(self, target: Target) -> str:
        return hash_parts([target.inputs.encode(), contents(self.root, target.files)])


class QuickLook:
    """Whether no file was touched since something was up to date.

    `sources` and `made` give digests of statuses: of what it follows from, and of
    what it is. To be made before anything is read: what is saved later is stale.
    """

    def __init__(
        self,
        project: Project,
        name: str,
        sources: Callable[[], str],
        made: Callable[[], str],
    ) -> None:
        self.store, self.name = state_store(project), name
        self.sources, self.made = sources, made
        self.seen = sources()

    def noted(self) -> bytes | None:
        """What was noted, where nothing was touched since."""
        digest, _, content = (self.store.get(self.name) or b"").partition(b"\n")
        return content if digest == self._digest() else None

    def note(self, content: bytes = b"") -> None:
        """Remember that all files, as they are now, are up to date."""
        if self.seen == self.sources():
            with suppress(Problem):  # on a disk that takes nothing more
                self.store.put(self.name, self._digest() + b"\n" + content)

    def _digest(self) -> bytes:
        return (self.seen + self.made()).encode()


def state_store(project: Project) -> Store:
    """Where builds note for the next start what they left."""
    return Store(project.cache / "state")


def contents(root: Path, files: Iterable[Path]) -> bytes:
    """A digest over names, from `root`, and contents of files, some maybe missing."""
    parts: list[bytes] = []
    for path in files:
        parts.append(str(path).removeprefix(str(root)).encode())
        parts.append(read_bytes(path) or b"missing")
    return hash_parts(parts).encode()


def files_below(folder: Path) -> list[Path]:
    """Every file in a folder, in order."""
    found = (f"{above}/{n}" for above, _, names in os.walk(folder) for n in names)
    return [*map(Path, sorted(found))]


def statuses(
    files: Iterable[Path], folders: Iterable[Path], leave_out: Iterable[Path] = ()
) -> str:
    """A digest over the status of files, and of all files below folders.

    The time of the last change of status cannot be set by hand.
    """
    parts = [f"{path} {_status(str(path))}" for path in files]
    without = {str(path) for path in leave_out}
    for folder in map(str, folders):
        parts += sorted(_statuses(folder, without))
    return hash_parts(["\n".join(parts).encode()])


def _statuses(folder: str, leave_out: set[str]) -> Iterator[str]:
    if folder in leave_out or not Path(folder).is_dir():
        return
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _statuses(entry.path, leave_out)
        elif entry.path not in leave_out:
            yield f"{entry.path} {_status(entry.path)}"


def _status(path: str) -> str:
    """Without a `Path`: there may be a hundred thousand files."""
    try:
        seen = os.stat(path)  # noqa: PTH116
    except OSError:
        return "missing"
    return f"{seen.st_ino} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}"
