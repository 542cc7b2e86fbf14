"""Templates that write HTML on one line, which Markdown then leaves alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from scripts.core.markup import encode, highlight, prose
from scripts.pages.figures import figure
from scripts.pages.pairs.walk import runtime_title


def component(template: str, **shown: Any) -> str:
    """What a template makes of `shown`; read again where it was saved meanwhile."""
    html = _environment().get_template(f"{template}.html.jinja").render(shown)
    return "".join(line.strip() for line in html.splitlines())


@cache
def _environment() -> Environment:
    """What templates have at hand: what escapes text and draws figures."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    functions = (encode, prose, highlight, figure, runtime_title)
    environment.filters |= {function.__name__: function for function in functions}
    return environment
