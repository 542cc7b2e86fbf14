"""One store for all that is cached: bytes by key, each in a file of its own.

Never committed and safe to delete. An entry carries a checksum: it is whole, or it
counts as absent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.project import read_bytes, write_atomically


class Store:
    """The entries in a folder. A key names a file: a hash, or a plain word."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __contains__(self, key: str) -> bool:
        """Whether there is an entry, sound or not: `get` reads it, this does not."""
        return (self.folder / key).exists()

    def get(self, key: str) -> bytes | None:
        """What was put under `key`; None where nothing was, or it is damaged."""
        digest, _, content = (read_bytes(self.folder / key) or b"").partition(b"\n")
        return content if digest == _checksum(content) else None

    def put(self, key: str, content: bytes) -> None:
        """Keep `content`. Raises `Problem` where it cannot be written."""
        write_atomically(self.folder / key, _checksum(content) + b"\n" + content)

    def remember(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is under `key`, made and put there where it is absent.

        A store that cannot be written is none: all is made each time.
        """
        found = self.get(key)
        if found is None:
            found = make()
            with suppress(Problem):
                self.put(key, found)
        return found

    def keys(self) -> frozenset[str]:
        """The keys of all sound entries."""
        names = [path.name for path in self.folder.glob("*")]
        return frozenset(name for name in names if self.get(name) is not None)

    def drop(self, key: str) -> None:
        """Have no entry under `key`."""
        (self.folder / key).unlink(missing_ok=True)


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
