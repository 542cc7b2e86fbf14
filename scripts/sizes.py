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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from msgspec import Struct

from scripts.snippets import Snippet

FRAMEWORKS = {"torch", "torchmetrics", "keras", "jax", "tensorflow"}
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


@dataclass(frozen=True)
class _Token:
    """A token with its first and last line and the number of its statement."""

    text: str
    first: int
    last: int
    statement: int


@dataclass(frozen=True)
class _Program:
    """A program taken apart: tokens without docstrings, and where it asserts."""

    tokens: list[_Token]
    asserting: set[int]
    names: int
    depth: int

    def counted(self, asserts: bool) -> list[_Token]:
        """The tokens, with those of asserts or without."""
        return [t for t in self.tokens if asserts or t.first not in self.asserting]


def size_of(snippet: Snippet, asserts: bool = False) -> Size:
    """The size of what a page shows of `snippet`, with its `asserts` or without."""
    return _size(_shown(snippet), asserts)


@cache
def _size(shown: str, asserts: bool) -> Size:
    program = _apart(shown)
    tokens = program.counted(asserts)
    lines = {n for token in tokens for n in range(token.first, token.last + 1)}
    return Size(len(tokens), len(lines), program.names, program.depth)


def own_tokens(snippet: Snippet, other: Snippet) -> int:
    """The tokens of the statements that `other` does not have word for word."""
    return _own(_shown(snippet), _shown(other))


@cache
def _own(shown: str, other: str) -> int:
    mine, theirs = (Counter(_statements(s)) for s in (shown, other))
    return sum(len(words) * count for words, count in (mine - theirs).items())


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


def _shown(snippet: Snippet) -> str:
    return "".join(f"{cell.code}\n" for cell in snippet.cells)


@cache
def _apart(program: str) -> _Program:
    """Taken apart once, however often it is asked about: it takes milliseconds."""
    tree = ast.parse(program)
    told = set(_lines(tree, _is_docstring))
    tokens = [t for t in _tokens(program) if t.first not in told]
    asserting = set(_lines(tree, lambda node: isinstance(node, ast.Assert)))
    return _Program(tokens, asserting, len(_names(tree)), _depth(tree))


def _imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What each imported word stands for, if it is a framework or in one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found = [(a.asname or _top(a.name), a) for a in node.names]
            yield from ((w, a.name if a.asname else w) for w, a in found if _is_in(a))
        elif isinstance(node, ast.ImportFrom) and _top(node.module) in FRAMEWORKS:
            yield from (
                (a.asname or a.name, f"{node.module}.{a.name}") for a in node.names
            )


def _is_in(alias: ast.alias) -> bool:
    return _top(alias.name) in FRAMEWORKS


def _top(module: str | None) -> str:
    return (module or "").partition(".")[0]


def _dotted(node: ast.AST, known: dict[str, str]) -> str:
    """The full name that an expression spells, empty where it spells none."""
    if isinstance(node, ast.Attribute):
        owner = _dotted(node.value, known)
        return f"{owner}.{node.attr}" if owner else ""
    return known.get(node.id, "") if isinstance(node, ast.Name) else ""


def _tokens(program: str) -> Iterator[_Token]:
    statement = within = 0
    for token in tokenize.generate_tokens(io.StringIO(program).readline):
        kind = tokenize.tok_name[token.type]
        statement += kind == "NEWLINE"
        if kind not in LAYOUT and not within:
            yield _Token(token.string, token.start[0], token.end[0], statement)
        within += (kind in OPENS) - (kind in CLOSES)


def _lines(tree: ast.AST, chosen: Callable[[ast.AST], bool]) -> Iterator[int]:
    """The lines of the chosen statements."""
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and chosen(node):
            yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _is_docstring(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def _statements(shown: str) -> Iterator[tuple[str, ...]]:
    """Each statement, or head of a block, as its tokens."""
    found: dict[int, list[str]] = {}
    for token in _apart(shown).counted(asserts=False):
        found.setdefault(token.statement, []).append(token.text)
    yield from map(tuple, found.values())


def _depth(tree: ast.AST, around: int = 0) -> int:
    """The most blocks around a statement; an `elif` is no deeper than its `if`."""
    return max(
        (
            _depth(node, around + _opens(tree, node))
            for node in ast.iter_child_nodes(tree)
        ),
        default=around,
    )


def _opens(parent: ast.AST, node: ast.AST) -> bool:
    """Whether `node` stands in a block that `parent` opens."""
    if not (isinstance(parent, ast.stmt) and isinstance(node, ast.stmt)):
        return isinstance(node, ast.ExceptHandler | ast.match_case)
    otherwise = parent.orelse if isinstance(parent, ast.If) else []
    return not (isinstance(node, ast.If) and [node] == otherwise)
