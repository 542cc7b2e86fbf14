"""How large a snippet is: tokens, lines, names of an API and nesting.

Counted by the standard tokenizer and syntax tree, so that layout, comments and
the length of names do not matter. What only this site needs is left out: the
part before the first cell, docstrings and, unless asked for, asserts.
"""

from __future__ import annotations

import ast
import io
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from scripts.corpus.snippets import Snippet

FRAMEWORKS = {"torch", "keras", "jax", "tensorflow"}
LAYOUT = {"COMMENT", "NL", "NEWLINE", "INDENT", "DEDENT", "ENCODING", "ENDMARKER"}
# Before Python 3.12 an f-string is one token; later it is several, counted as one.
OPENS, CLOSES = {"FSTRING_START", "TSTRING_START"}, {"FSTRING_END", "TSTRING_END"}


class Size(Struct, frozen=True):
    """How large one side of a pair is.

    `tokens` are names, literals, operators and brackets; `lines` those that
    hold a token; `names` the different dotted names reached from an import of
    a framework; `depth` the blocks around the innermost statement.
    """

    tokens: int
    lines: int
    names: int
    depth: int


class Token(NamedTuple):
    """A token with its first and last line and the number of its statement."""

    text: str
    first: int
    last: int
    statement: int


class Program(NamedTuple):
    """What a page shows of a snippet, taken apart: without docstrings.

    `plain` are the tokens that stand in no assert.
    """

    tokens: list[Token]
    plain: list[Token]
    names: int
    depth: int


def size_of(snippet: Snippet, asserts: bool = False) -> Size:
    """The size of what a page shows of `snippet`, with its `asserts` or without."""
    program = _program(snippet)
    tokens = program.tokens if asserts else program.plain
    lines = {n for token in tokens for n in range(token.first, token.last + 1)}
    return Size(len(tokens), len(lines), program.names, program.depth)


def own_tokens(snippet: Snippet, other: Snippet) -> int:
    """The tokens of the statements that `other` does not have word for word."""
    own = Counter(_statements(snippet)) - Counter(_statements(other))
    return sum(len(words) * count for words, count in own.items())


def api_names(program: str) -> set[str]:
    """Every dotted name that leads into a framework, such as `torch.nn.Linear`.

    A method of an object, such as `model.fit`, is none: what object it belongs
    to is not known before the program runs.
    """
    return _names(ast.parse(program))


def _names(tree: ast.AST) -> set[str]:
    known = dict(_imported(tree))
    inner = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    outermost = (node for node in ast.walk(tree) if id(node) not in inner)
    return {name for node in outermost if (name := _dotted(node, known))}


def _program(snippet: Snippet) -> Program:
    return _apart("".join(f"{cell.code}\n" for cell in snippet.cells))


@cache
def _apart(program: str) -> Program:
    """Taken apart once, however often it is asked about: it takes milliseconds."""
    tree = ast.parse(program)
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    docstrings = _lines(filter(_is_docstring, statements))
    asserts = _lines(node for node in statements if isinstance(node, ast.Assert))
    tokens = [t for t in _tokens(program) if t.first not in docstrings]
    plain = [token for token in tokens if token.first not in asserts]
    return Program(tokens, plain, len(_names(tree)), _depth(tree))


def _imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What each imported word stands for, if it is a framework or in one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                word = alias.asname or _top(alias.name)
                if _top(alias.name) in FRAMEWORKS:
                    yield word, alias.name if alias.asname else word
        elif isinstance(node, ast.ImportFrom) and _top(node.module) in FRAMEWORKS:
            yield from (
                (a.asname or a.name, f"{node.module}.{a.name}") for a in node.names
            )


def _top(module: str | None) -> str:
    return (module or "").partition(".")[0]


def _dotted(node: ast.AST, known: dict[str, str]) -> str:
    """The full name that an expression spells, empty where it spells none."""
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value, known)
        return f"{owner}.{node.attr}" if owner else ""
    return known.get(node.id, "") if isinstance(node, ast.Name) else ""


def _tokens(program: str) -> Iterator[Token]:
    statement = within = 0
    for token in tokenize.generate_tokens(io.StringIO(program).readline):
        kind = tokenize.tok_name[token.type]
        statement += kind == "NEWLINE"
        if kind not in LAYOUT and not within:
            yield Token(token.string, token.start[0], token.end[0], statement)
        within += (kind in OPENS) - (kind in CLOSES)


def _lines(statements: Iterable[ast.stmt]) -> set[int]:
    spans = ((node.lineno, node.end_lineno or node.lineno) for node in statements)
    return {line for first, last in spans for line in range(first, last + 1)}


def _is_docstring(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _statements(snippet: Snippet) -> list[tuple[str, ...]]:
    """Each statement, or head of a block, as its tokens."""
    found: dict[int, list[str]] = {}
    for token in _program(snippet).plain:
        found.setdefault(token.statement, []).append(token.text)
    return [*map(tuple, found.values())]


def _depth(tree: ast.AST, around: int = 0) -> int:
    """The most blocks around a statement; an `elif` is no deeper than its `if`."""
    inner = ((n, around + _opens(tree, n)) for n in ast.iter_child_nodes(tree))
    return max((_depth(node, depth) for node, depth in inner), default=around)


def _opens(parent: ast.AST, node: ast.AST) -> bool:
    """Whether `node` stands in a block that `parent` opens."""
    if not (isinstance(parent, ast.stmt) and isinstance(node, ast.stmt)):
        return isinstance(node, ast.ExceptHandler | ast.match_case)
    otherwise = parent.orelse if isinstance(parent, ast.If) else []
    return not (isinstance(node, ast.If) and [node] == otherwise)
