"""A run: one snippet on one runtime, and the key of all that it depends on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

import msgspec

from scripts.corpus.pairs import Pair, Side
from scripts.corpus.runtimes import Runtime, runtimes_of, versions_for
from scripts.corpus.snippets import Snippet
from scripts.results.records import SCHEMA

Isolation = Literal["fork", "process"]


@dataclass(frozen=True)
class Run:
    """One snippet on one runtime."""

    pair: Pair
    runtime: str
    snippet: Snippet
    key: str
    versions: dict[str, str]

    @property
    def name(self) -> str:
        """What people and the cache call it."""
        return f"{self.pair.name} on {self.runtime}"


def runs_of(
    pair: Pair, runtimes: dict[str, Runtime], pins: dict[str, str]
) -> list[Run]:
    """Every run that a pair asks for, with its key."""
    return [
        Run(
            pair,
            name,
            pair.snippets[runtime.side],
            run_key(pair, name, runtime, pins),
            versions_for(runtime, pair.snippets[runtime.side], pins),
        )
        for name, runtime in runtimes_of(pair, runtimes).items()
    ]


def run_key(pair: Pair, name: str, runtime: Runtime, pins: dict[str, str]) -> str:
    """The hash of all that a record depends on, the same on every machine."""
    snippet, declared = pair.snippets[runtime.side], pair.declaration
    digests = {f: hashlib.sha256(b).hexdigest() for f, b in pair.files.items()}
    content = {
        "schema": SCHEMA,
        "runtime": name,
        "environment": runtime.environment,
        "file": snippet.path.name,
        "snippet": snippet.text,
        "files": digests,
        "versions": versions_for(runtime, snippet, pins),
        "limits": declared.limits,
        "values": sorted(declared.compare),
        "raises": getattr(declared.raises, runtime.side),
        "arguments": arguments_of(pair, runtime.side),
    }
    canonical = msgspec.json.encode(content, order="deterministic")
    return hashlib.sha256(canonical).hexdigest()


def source_of(pair: Pair, runtimes: dict[str, Runtime]) -> str:
    """A digest of all that a pair's behaviour follows from, versions aside."""
    keys = [run_key(pair, n, r, {}) for n, r in runtimes_of(pair, runtimes).items()]
    content = msgspec.json.encode([keys, pair.declaration.compare], order="sorted")
    return hashlib.sha256(content).hexdigest()[:12]


def arguments_of(pair: Pair, side: Side) -> tuple[str, list[str]]:
    """The API of one side, and those of its arguments that are compared."""
    declared = pair.declaration
    table = declared.parameters
    names = list(table) if side == "pytorch" else list(table.values())
    return (getattr(declared, side) if names else ""), names
