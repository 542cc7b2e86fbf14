"""What a pair is, and what its `pair.toml` says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem
from scripts.corpus.snippets import Snippet

Side = Literal["pytorch", "keras"]
SIDES: tuple[Side, Side] = ("pytorch", "keras")
Backend = Literal["torch", "jax", "tensorflow"]
Grade = Literal["identical", "settable", "structural", "illustrative"]
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOTEBOOKS = "notebooks"
MISTAKES = "mistakes"
BREAKPOINTS = "breakpoints"
ANYTHING = "*"  # in place of a declared error: however the run ends
REMEDY = "see .github/guides/pair.md, 'pair.toml'"
TEXTS = ("title", "question", "answer", "pytorch", "keras")


class Tolerance(Struct, frozen=True, forbid_unknown_fields=True):
    """Two numbers agree when |pytorch - keras| <= atol + rtol * |pytorch|."""

    rtol: float = 1e-5
    atol: float = 1e-6


Expectation = Tolerance | Literal["equal", "differs"]


class Limits(Struct, frozen=True, forbid_unknown_fields=True):
    """What one run may use."""

    seconds: float = 60.0
    memory_mib: int = 4096
    output_kib: int = 64
    processes: int = 16


class Raises(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The uncaught error that each side is about, as `Type: part of the text`."""

    pytorch: str = ""
    keras: str = ""


class Warns(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The warnings that each side is about, each as `Category: part of the text`."""

    pytorch: list[str] = []
    keras: list[str] = []


class Declaration(Struct, frozen=True, forbid_unknown_fields=True):
    """What `pair.toml` says."""

    title: str
    question: str
    answer: str
    pytorch: str
    keras: str
    grade: Grade
    compare: dict[str, Expectation] = {}
    raises: Raises = Raises()
    warns: Warns = Warns()
    limits: Limits = Limits()
    files: list[str] = []
    runtimes: list[Backend] = []
    reason: str = ""
    aliases: list[str] = []
    parameters: dict[str, str] = {}
    conventions: dict[str, str] = {}
    missing: Side | Literal[""] = ""


class Pair(Struct, frozen=True, dict=True):
    """One comparison: a declaration and the two snippets it is about."""

    name: str
    folder: Path
    source: bytes
    declaration: Declaration
    snippets: dict[str, Snippet]

    @property
    def topic(self) -> str:
        """The topic that the pair belongs to."""
        return self.name.partition("/")[0]

    @property
    def is_notebook(self) -> bool:
        """Whether this is a case study, both frameworks in one program."""
        return self.topic == NOTEBOOKS

    @property
    def is_pair(self) -> bool:
        """Whether it is one comparison, and not something else that is run."""
        return self.topic not in (NOTEBOOKS, MISTAKES, BREAKPOINTS)

    @property
    def anchor(self) -> str:
        """The pair's address on its page."""
        return self.name.replace("/", "-")

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files that the snippets read, by the name they use."""
        named = self.declaration.files
        return {name: (self.folder / name).read_bytes() for name in named}


@cache  # read again each time something is saved while serving
def parse_declaration(where: str, source: bytes) -> Declaration:
    """What the `pair.toml` called `where` says; raises `Problem`."""
    table = _parse_toml(where, source)
    try:
        declared = msgspec.convert(table, Declaration)
    except msgspec.ValidationError as error:
        message = _name_the_key(str(error), table)
        at = f"{where}:{_line_of(message, source.decode())}"
        raise Problem(at, _plain(message), REMEDY) from None
    for problem in _contradictions(where, declared):
        raise problem
    return declared


def _parse_toml(where: str, source: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(source.decode())
    except UnicodeDecodeError:
        raise Problem(where, "is not UTF-8 text", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        at = f"{where}:{line[1] if line else len(source.splitlines()) or 1}"
        raise Problem(at, f"cannot be read: {error}", "correct the line") from None


def _contradictions(where: str, declared: Declaration) -> Iterator[Problem]:
    """What cannot be meant, though each key is of its type."""
    for name in [name for name in TEXTS if not getattr(declared, name).strip()]:
        yield Problem(where, f"{name} is empty", REMEDY)
    if bool(declared.runtimes) != bool(declared.reason.strip()):
        what = "runtimes and reason go together: which backends, and why not all"
        yield Problem(where, what, REMEDY)
    if declared.compare and (declared.raises.pytorch or declared.raises.keras):
        what = "compare and raises do not go together: an error leaves no values"
        yield Problem(where, what, "catch the error in the snippet, or drop one")
    for name in sorted(declared.conventions.keys() - declared.parameters.keys()):
        what = f"conventions: {name!r} is not among the parameters"
        yield Problem(where, what, REMEDY)
    for name in [name for name in declared.compare if not name.isidentifier()]:
        what = f"compare: {name!r} is not a Python name"
        yield Problem(where, what, "name a variable of both sides")


def _name_the_key(message: str, table: dict[str, Any]) -> str:
    """Put the key in place of the `[...]` that stands for it in a message."""
    for name, expectation in table.get("compare", {}).items():
        try:
            msgspec.convert(expectation, Expectation)
        except msgspec.ValidationError:
            return message.replace("compare[...]", f"compare.{name}")
    return message


def _plain(message: str) -> str:
    message = message.replace("Object missing required", "missing the")
    message = message.replace("Object contains unknown field", "unknown key")
    return message.replace(" - at `$", " - at `pair").replace("the field", "the key")


def _line_of(message: str, source: str) -> int:
    """The line of the key a validation message speaks of; 1 when it has none."""
    keys = re.findall(r"\.([A-Za-z_][\w-]*)", message)
    keys += re.findall(r"unknown field `([^`]+)`", message)
    lines = source.splitlines()
    for key in reversed(keys):
        pattern = re.compile(rf"\s*(\[{re.escape(key)}\]|\"?{re.escape(key)}\"?\s*=)")
        for number, line in enumerate(lines, start=1):
            if pattern.match(line):
                return number
    return 1
