"""Published data: a structure as JSON, with the JSON Schema that it keeps to."""

from __future__ import annotations

import msgspec
from msgspec import Struct


def with_schema(name: str, thing: Struct) -> dict[str, bytes]:
    """`<name>.json` and `<name>.schema.json`, by file name."""
    texts = {
        f"{name}.json": msgspec.json.encode(thing),
        f"{name}.schema.json": msgspec.json.encode(msgspec.json.schema(type(thing))),
    }
    return {file: msgspec.json.format(text) + b"\n" for file, text in texts.items()}
