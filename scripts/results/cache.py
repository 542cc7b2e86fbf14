"""What this machine has run: fresh records by key, and how long each run took.

Never committed and safe to delete. An entry carries a checksum; a damaged
one counts as absent, so the run is made again.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.project import Project, read_bytes, write_atomically
from scripts.results.records import Record, decode, encode


class Kept:
    """The records with some keys, each read when it is asked for.

    Those of thousands of pairs would not fit into memory at once.
    """

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def __getitem__(self, key: str) -> Record:
        """The record; raises `Problem` where it has gone since it was made."""
        record = self.cache.get(key)
        if record is None:
            what = "has lost what was just run"
            raise Problem(str(self.cache.folder), what, "run the same once more")
        return record


class Cache:
    """Records that this machine made, under `.cache/runs/<key>`.

    Those that it made a second time are in another folder, `again`.
    """

    def __init__(self, project: Project, folder: str = "runs") -> None:
        self.folder = project.cache / folder
        self.timings = project.cache / "seconds.json"

    def _path(self, key: str) -> Path:
        return self.folder / key

    def __contains__(self, key: str) -> bool:
        return self._path(key).exists()

    def get(self, key: str) -> Record | None:
        """The record with this key, None where there is no sound one."""
        data = read_bytes(self._path(key))
        if data is None:
            return None
        digest, _, content = data.partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        try:
            record = decode(content)
        except ValueError:
            return None
        return record if record.key == key else None

    def put(self, record: Record) -> None:
        """Keep a record that was just made."""
        content = encode(record)
        digest = hashlib.sha256(content).hexdigest().encode()
        write_atomically(self._path(record.key), digest + b"\n" + content)

    def seconds(self) -> dict[str, float]:
        """How long runs took here last, by pair and runtime; only for the order."""
        try:
            found = json.loads(self.timings.read_bytes())
            return {str(name): float(took) for name, took in found.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}

    def note_seconds(self, took: dict[str, float]) -> None:
        """Remember how long runs took."""
        merged = json.dumps(self.seconds() | took, indent=1, sort_keys=True)
        write_atomically(self.timings, merged.encode())
