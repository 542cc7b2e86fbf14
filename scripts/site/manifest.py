"""What a published site consists of: a checksum of every file, as `sha256sum` has it.

`cd site && sha256sum --check --quiet manifest.sha256` says whether a copy is whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.project import read_bytes, write_atomically
from scripts.core.up_to_date import files_below

MANIFEST = "manifest.sha256"
REMEDY = "build it again: make site"


def write_manifest(folder: Path) -> None:
    """List every file of a site with its checksum, sorted by name."""
    lines = [f"{digest}  {name}\n" for name, digest in sorted(_sums(folder).items())]
    write_atomically(folder / MANIFEST, "".join(lines).encode())


def check_manifest(folder: Path) -> list[Problem]:
    """Each file that is not what the manifest lists: changed, missing or added."""
    content = read_bytes(folder / MANIFEST)
    if content is None:
        return [Problem(f"{folder.name}/{MANIFEST}", "is missing", REMEDY)]
    listed = dict(_listed(content.decode(errors="replace")))
    return [
        Problem(f"{folder.name}/{name}", what, REMEDY)
        for name, what in _compared(listed, _sums(folder))
    ]


def _compared(
    listed: dict[str, str], seen: dict[str, str]
) -> Iterator[tuple[str, str]]:
    for name in sorted(listed | seen):
        if name not in seen:
            yield name, "is listed in the manifest and missing"
        elif name not in listed:
            yield name, "is not listed in the manifest"
        elif listed[name] != seen[name]:
            yield name, "has another checksum than the manifest lists"


def _listed(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def _sums(folder: Path) -> dict[str, str]:
    """The checksum of every file but the manifest, by its name below the folder."""
    named = {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
    named.pop(MANIFEST, None)
    return {name: _sum(path) for name, path in named.items()}


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
