"""What takes long and follows from its question alone: answered once on a machine.

Never committed and safe to delete. An answer carries a checksum; a damaged one, and a
cache that cannot be written, count as none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import suppress

from scripts.core.problems import Problem
from scripts.core.project import HERE, read_bytes, write_atomically

FOLDER = HERE / ".cache" / "memo"


def remembered(question: str, answer: Callable[[], str]) -> str:
    """The answer to `question`, which names all that the answer depends on."""
    path = FOLDER / hashlib.sha256(question.encode()).hexdigest()
    digest, _, content = (read_bytes(path) or b"").partition(b"\n")
    if digest == _sum(content):
        return content.decode()
    found = answer()
    with suppress(OSError, Problem):
        FOLDER.mkdir(parents=True, exist_ok=True)
        write_atomically(path, _sum(found.encode()) + b"\n" + found.encode())
    return found


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
