"""Published data: a structure as JSON, with the JSON Schema that it keeps to."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import Struct


def with_schema(data: Struct, version: int) -> tuple[bytes, bytes]:
    """What is published of `data`, and its schema; both begin with `version`."""
    schema = msgspec.json.schema(type(data))
    described = schema["$defs"][type(data).__name__]
    described["properties"] = {"schema": {"type": "integer"}} | described["properties"]
    described["required"] = ["schema", *described["required"]]
    content = {"schema": version} | msgspec.to_builtins(data)
    return _written(content), _written(schema)


def _written(content: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(content)) + b"\n"
