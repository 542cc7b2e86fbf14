"""Text and code as HTML on one line, which Markdown then leaves alone."""

from __future__ import annotations

import html
import re
from itertools import groupby
from operator import itemgetter

from markupsafe import Markup
from pygments.lexers.python import PythonLexer
from pygments.token import STANDARD_TYPES

BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f{BIDI}]")
CODE = re.compile(r"`([^`]+)`")
PLAIN = {"w", "p", "o"}  # spaces and punctuation: a third of a page's weight in spans
SPECIAL = re.compile(r"([\\*_\[\]|])")


def encode(text: str) -> Markup:
    """`text` for HTML: no line break that Markdown could see, nothing invisible.

    Markdown looks for fences and includes at the start of a line, so a line
    break becomes a character reference. Control characters and overrides of
    the writing direction become their code points in words.
    """
    seen = UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return Markup(html.escape(seen).replace("\n", "&#10;"))


def prose(text: str) -> Markup:
    """A sentence from `pair.toml`, in which backticks mark code."""
    joined = " ".join(text.split())
    parts = CODE.split(joined)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else encode(part)
        for number, part in enumerate(parts)
    )


def escape(text: str) -> str:
    """Prose with code in backticks as Markdown that means just that."""
    parts = CODE.split(" ".join(text.split()))
    return "".join(
        code_span(part)
        if number % 2
        else SPECIAL.sub(r"\\\1", html.escape(part, quote=False))
        for number, part in enumerate(parts)
    )


def code_span(text: str) -> str:
    """Code in Markdown, on one line."""
    return f"`{' '.join(text.split())}`"


def highlight(code: str) -> Markup:
    """Python code with the classes that the theme colours."""
    tokens = PythonLexer().get_tokens(code)
    kinds = ((STANDARD_TYPES[kind], text) for kind, text in tokens)
    shown = (("" if kind in PLAIN else kind, text) for kind, text in kinds)
    spans = [
        _span(kind, "".join(text for _, text in run))
        for kind, run in groupby(shown, key=itemgetter(0))
    ]
    return Markup(Markup("").join(spans).removesuffix("&#10;"))


def _span(kind: str, text: str) -> Markup:
    content = encode(text)
    return Markup(f'<span class="{kind}">{content}</span>') if kind else content


def unsearched(content: str, classes: str = "") -> str:
    """Markdown in a block whose content search finds where it comes from, not here."""
    marks = f'class="{classes}" ' if classes else ""
    return f"<div {marks}data-search-exclude markdown>\n\n{content}\n\n</div>"


def number(value: float) -> str:
    """Two significant digits, the way people write them: 0.42, 1.2e-7."""
    if value == 0:
        return "0"
    if 0.001 <= abs(value) < 10_000:
        return f"{value:.3g}"
    mantissa, _, exponent = f"{value:.1e}".partition("e")
    return f"{mantissa.removesuffix('.0')}e{int(exponent)}"


def slug(title: str) -> str:
    """A title as part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown, in which no cell can end its column."""
    lines = [head, ["---"] * len(head), *rows]
    cells = [[cell.replace("|", "\\|") for cell in line] for line in lines]
    return "\n".join(f"| {' | '.join(line)} |" for line in cells)
