"""Whether a style sheet asks another host for something, by CSS tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

import tinycss2


def check_style(text: str) -> Iterator[str]:
    """What is wrong with a style sheet, a sentence each."""
    for node in _below(tinycss2.parse_component_value_list(text)):
        address = _address(node)
        if address and (urlsplit(address.strip()).scheme or "//" in address[:4]):
            if not address.strip().startswith("data:image/"):
                yield f"its style asks for {address[:60]!r}"
        elif node.type == "at-keyword" and node.lower_value == "import":
            yield "its style has an @import, which is loaded late or from elsewhere"


def _below(nodes: Iterable[Any]) -> Iterator[Any]:
    for node in nodes:
        yield node
        yield from _below(getattr(node, "content", None) or ())
        yield from _below(getattr(node, "arguments", None) or ())


def _address(node: Any) -> str:
    if node.type == "url":
        return str(node.value)
    if node.type == "function" and node.lower_name in {"url", "src", "image-set"}:
        return "".join(n.value for n in node.arguments if n.type == "string")
    return ""
