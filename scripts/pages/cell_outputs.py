"""What a cell gave as the outputs of a notebook's cell: plain data, in its format.

Written without nbformat, which validates every piece; the tests validate.
"""

from __future__ import annotations

from typing import Any

from scripts.core.markup import encode as to_html
from scripts.pages.charts import draw, in_words
from scripts.results.records import Figure, Output, Raised

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def cell_outputs(seen: Output, raised: Raised | None = None) -> list[dict[str, Any]]:
    """What was printed, warned and drawn, then the error that ended the cell."""
    warned = [f"{w.category}: {w.message}" for w in seen.warnings]
    streams = {"stdout": seen.stdout, "stderr": seen.stderr + warned}
    return [
        *(_stream(name, lines) for name, lines in streams.items() if lines),
        *map(_figure, seen.figures),
        *([_error(raised)] if raised else []),
    ]


def as_lines(text: str) -> list[str]:
    """`text` as a notebook holds it: its lines, each with its end."""
    return text.splitlines(keepends=True)


def _stream(name: str, lines: list[str]) -> dict[str, Any]:
    text = as_lines("\n".join(lines) + "\n")
    return {"output_type": "stream", "name": name, "text": text}


def _figure(figure: Figure) -> dict[str, Any]:
    """The drawing with its words beside it, for those who do not see it."""
    words = in_words(figure)
    html = (
        '<figure class="pair-figure">'
        f'<div role="img" aria-label="{to_html(words)}">{draw(figure)}</div>'
        f"<figcaption>{to_html(figure.title)}</figcaption></figure>"
    )
    data = {"text/html": as_lines(html), "text/plain": as_lines(words)}
    return {"output_type": "display_data", "metadata": {}, "data": data}


def _error(raised: Raised) -> dict[str, Any]:
    return {
        "output_type": "error",
        "ename": raised.type,
        "evalue": raised.message,
        "traceback": raised.traceback,
    }
