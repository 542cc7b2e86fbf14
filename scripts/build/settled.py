"""Which pairs are done: everything that belongs to them is as it was left.

`build/settled.json` keeps one digest per pair over its inputs and outputs.
It makes "nothing to do" cheap; without it, everything is looked at again.
"""

from __future__ import annotations

import json
from pathlib import Path

from scripts.core.program import hash_parts, program_digest
from scripts.core.project import Project, read_bytes, write_if_changed
from scripts.corpus.pairs import Pair
from scripts.results.runs import Run
from scripts.results.summaries import summary_paths


class Settled:
    """The digests of settled pairs, as last saved and as they are now."""

    def __init__(self, project: Project) -> None:
        self.path = project.root / "build" / "settled.json"
        summaries = [path.read_bytes() for path in summary_paths(project)]
        self.program = hash_parts([program_digest(), *summaries]).encode()
        self.known = self._load()

    def _load(self) -> dict[str, str]:
        try:
            found = json.loads(self.path.read_bytes())
            return found if isinstance(found, dict) else {}
        except (OSError, ValueError):
            return {}

    def holds(self, pair: Pair, runs: list[Run], outputs: list[Path]) -> bool:
        """Whether nothing about `pair` has changed since it was settled."""
        return self.known.get(pair.name) == self._digest(pair, runs, outputs)

    def settle(self, pair: Pair, runs: list[Run], outputs: list[Path]) -> None:
        """Note that `outputs` now follow from `pair` and its `runs`."""
        self.known[pair.name] = self._digest(pair, runs, outputs)

    def overviews_hold(self, pages: dict[str, str], outputs: list[Path]) -> bool:
        """Whether the pages about all pairs are as they were left."""
        return self.known.get("*") == self._digest_all(pages, outputs)

    def settle_overviews(self, pages: dict[str, str], outputs: list[Path]) -> None:
        """Note that `outputs` follow from all settled pairs and where they stand."""
        self.known["*"] = self._digest_all(pages, outputs)

    def _digest_all(self, pages: dict[str, str], outputs: list[Path]) -> str:
        pairs = {name: known for name, known in self.known.items() if name != "*"}
        names = [path.name for path in outputs]
        told = (pages, pairs, names)
        parts = [json.dumps(part, sort_keys=True).encode() for part in told]
        return hash_parts(parts + [read_bytes(path) or b"missing" for path in outputs])

    def save(self) -> None:
        """Write the digests for the next start."""
        text = json.dumps(self.known, indent=0, sort_keys=True)
        write_if_changed(self.path, text.encode())

    def _digest(self, pair: Pair, runs: list[Run], outputs: list[Path]) -> str:
        parts = [self.program, pair.source, *(run.key.encode() for run in runs)]
        parts += [read_bytes(path) or b"missing" for path in outputs]
        return hash_parts(parts)
