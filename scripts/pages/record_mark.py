"""Which record a page shows: a mark on each pair that tells it is out of date."""

from __future__ import annotations

import hashlib

from scripts.core.project import Project
from scripts.results.certify import Certificate
from scripts.results.records import Record, encode


def mark_of(records: dict[str, Record], certificate: Certificate) -> str:
    """The mark of a pair that is drawn from these records, by runtime."""
    files = {f"{runtime}.json": encode(record) for runtime, record in records.items()}
    return _mark(files | {"certificate.json": encode(certificate)})


def committed_mark(project: Project, pair: str) -> str:
    """The mark of a pair that is drawn from what is in `results/` now."""
    found = (project.results / pair).glob("*.json")
    return _mark({path.name: path.read_bytes() for path in found})


def _mark(files: dict[str, bytes]) -> str:
    total = hashlib.blake2b(digest_size=8)
    for name, content in sorted(files.items()):
        total.update(f"{name} {len(content)}\n".encode() + content)
    return total.hexdigest()
