"""Tracebacks as the author of a snippet wants to read them."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable
from pathlib import Path

from scripts.results.records import Raised

INSTALLED = re.compile(r".*(?:site-packages|dist-packages|lib/python[\d.]+)/")


def line_in(error: BaseException, path: str) -> int:
    """The line of the snippet at `path` that `error` came from; 0 if unknown."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno or 0 for frame in frames if frame.filename == path]
    return lines[-1] if lines else 0


def describe(error: BaseException, path: str, plain: Callable[[str], str]) -> Raised:
    """`error` as a record keeps it: no folder of this machine, no carets.

    Python versions place the carets under a line differently; the frames
    themselves are the same.
    """
    frames = traceback.extract_tb(error.__traceback__)
    start = next((i for i, f in enumerate(frames) if f.filename == path), len(frames))
    name, text = type(error).__name__, plain(str(error)).strip()
    lines = ["Traceback (most recent call last):"] if frames[start:] else []
    for frame in frames[start:]:
        shown = Path(path).name if frame.filename == path else _short(frame.filename)
        lines.append(f'  File "{shown}", line {frame.lineno}, in {frame.name}')
        if frame.line:
            lines.append(f"    {frame.line}")
    lines += f"{name}: {text}".split("\n")
    return Raised(name, text, line_in(error, path), lines)


def _short(filename: str) -> str:
    return INSTALLED.sub("", filename)
