"""A digest of this program, for all that depends on how it works."""

from __future__ import annotations

import hashlib

from scripts.core.project import HERE


def program_digest() -> bytes:
    """Of all that turns a pair into its files: this program and what it draws with."""
    sources = sorted(
        path
        for folder in ("scripts", "requirements")
        for path in (HERE / folder).rglob("*")
        if path.suffix in {".py", ".jinja", ".txt"}
    )
    return hash_parts([path.read_bytes() for path in sources]).encode()


def hash_parts(parts: list[bytes]) -> str:
    """A digest over the parts, which cannot be mistaken for others in a row."""
    total = hashlib.blake2b(digest_size=16)
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()
