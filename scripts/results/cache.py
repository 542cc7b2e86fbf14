"""What this machine has run: fresh records by key, and how long each run took.

An entry that is not sound counts as absent, so its run is made again.
"""

from __future__ import annotations

import json
from contextlib import suppress

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.core.store import Store
from scripts.core.up_to_date import state_store
from scripts.results.records import Record, decode, encode

SECONDS = "seconds"


class Cache:
    """Records that this machine made, in the store `.cache/runs`.

    Those that it made once more, to see that they repeat, are in `repeats`. Each is
    read when it is asked for: those of thousands of pairs would not fit into memory.
    """

    def __init__(self, project: Project, folder: str = "runs") -> None:
        self.store = Store(project.cache / folder)
        self.state = state_store(project)

    def __contains__(self, key: str) -> bool:
        """Whether there is a record, sound or not."""
        return key in self.store

    def __getitem__(self, key: str) -> Record:
        """A record that was just made; raises `Problem` where it has gone since."""
        record = self.get(key)
        if record is None:
            what = "has lost what was just run"
            raise Problem(str(self.store.folder), what, "run the same once more")
        return record

    def get(self, key: str) -> Record | None:
        """The record with this key, None where there is no sound one."""
        with suppress(ValueError):  # written by another version of this program
            record = decode(self.store.get(key) or b"")
            return record if record.key == key else None
        return None

    def put(self, record: Record) -> None:
        """Keep a record that was just made. Raises `Problem`."""
        self.store.put(record.key, encode(record))

    def seconds(self) -> dict[str, float]:
        """How long runs took here last, by pair and runtime; only for the order."""
        found: dict[str, float] = json.loads(self.state.get(SECONDS) or b"{}")
        return found

    def note_seconds(self, took: dict[str, float]) -> None:
        """Remember how long runs took, where that can be written."""
        merged = json.dumps(self.seconds() | took, indent=1, sort_keys=True)
        with suppress(Problem):
            self.state.put(SECONDS, merged.encode())


def unconfirmed(project: Project) -> Store:
    """The keys of records that were written while serving, without a second run.

    Serving has to be quick, so it only notes them; the next build confirms them.
    """
    return Store(project.cache / "unconfirmed")
