"""Find, parse and validate pairs: `snippets/<topic>/<pair>/` becomes a `Pair`."""

from __future__ import annotations

import re
import tomllib
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.snippets import Snippet, parse_snippet

Side = Literal["pytorch", "keras"]
SIDES: tuple[Side, Side] = ("pytorch", "keras")
Backend = Literal["torch", "jax", "tensorflow"]
Grade = Literal["identical", "settable", "structural", "illustrative"]
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NOTEBOOKS = "notebooks"
MISTAKES = "mistakes"
BREAKPOINTS = "breakpoints"
ANYTHING = "*"  # in place of a declared error: however the run ends
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


def find_pairs(project: Project, wanted: list[str] | None = None) -> list[Pair]:
    """Every pair, or those `wanted` by name or topic, sorted by name.

    Raises `Problems` with everything that is wrong with the ones it reads.
    """
    folders = _choose(project, wanted or [])
    pairs, found = [], []
    for folder in folders:
        try:
            pairs.append(read_pair(project, folder))
        except Problem as problem:
            found.append(problem)
        except Problems as problems:
            found += problems.found
    if found:
        raise Problems(found)
    return pairs


def _choose(project: Project, wanted: list[str]) -> list[Path]:
    folders = [
        path for path in sorted(project.snippets.glob("[!._]*/[!._]*")) if path.is_dir()
    ]
    if not wanted:
        return folders
    chosen: set[Path] = set()
    for name in (text.strip("/").removeprefix("snippets/") for text in wanted):
        asked = project.snippets / name
        hits = [p for p in folders if p == asked or p.parent == asked]
        if not hits:
            remedy = f"see what there is with: ls {project.show(project.snippets)}"
            raise Problem(name, "is neither a pair nor a topic", remedy)
        chosen.update(hits)
    return sorted(chosen)


def read_pair(project: Project, folder: Path) -> Pair:
    """The pair in `folder`; raises `Problem` or `Problems` when it is not one."""
    _check_name(project, folder)
    source = _read(project, folder / "pair.toml")
    declaration = _parse_declaration(project, folder / "pair.toml", source)
    _check_files(project, folder, declaration)
    snippets: dict[str, Snippet] = {}
    for side in SIDES:
        path = folder / f"in_{side}.py"
        snippets[side] = parse_snippet(project, path, _read(project, path))
    _check_titles(project, folder, snippets)
    name = folder.relative_to(project.snippets).as_posix()
    return Pair(name, folder, source, declaration, snippets)


def _read(project: Project, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        remedy = f"add it, or start over with: make new PAIR={path.parent.name}"
        raise Problem(project.show(path), "is missing", remedy) from None


def _check_name(project: Project, folder: Path) -> None:
    for part in (folder.parent.name, folder.name):
        if not NAME.fullmatch(part):
            what = f"the name {part!r} is not in lower case with hyphens"
            raise Problem(project.show(folder), what, "rename the folder")


def _check_files(project: Project, folder: Path, told: Declaration) -> None:
    for name in told.files:
        path = folder / name
        if Path(name).name != name or not path.is_file() or path.is_symlink():
            where = project.show(folder / "pair.toml")
            what = f"files: {name!r} is no file in this folder"
            raise Problem(where, what, "add the file or remove its name")


def _check_titles(project: Project, folder: Path, snippets: dict[str, Snippet]) -> None:
    ours, theirs = (snippets[side].cells for side in SIDES)
    for number in range(max(len(ours), len(theirs))):
        left = ours[number].title if number < len(ours) else "(no cell)"
        right = theirs[number].title if number < len(theirs) else "(no cell)"
        if left != right:
            line = (theirs[number] if number < len(theirs) else theirs[-1]).line
            where = f"{project.show(folder / 'in_keras.py')}:{line}"
            what = f"cell {number + 1} is {right!r} but in_pytorch.py has {left!r}"
            remedy = "give both sides the same titles in the same order"
            raise Problem(where, what, remedy)


@cache  # read again each time something is saved while serving
def _parse_declaration(project: Project, path: Path, source: bytes) -> Declaration:
    where, remedy = project.show(path), "see .github/guides/pair.md, 'pair.toml'"
    try:
        table = tomllib.loads(source.decode())
        told = msgspec.convert(table, Declaration)
    except UnicodeDecodeError:
        raise Problem(where, "is not UTF-8 text", "save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        at = f"{where}:{line[1] if line else len(source.splitlines()) or 1}"
        raise Problem(at, f"cannot be read: {error}", "correct the line") from None
    except msgspec.ValidationError as error:
        message = _name_the_key(str(error), table)
        at = f"{where}:{_line_of(message, source.decode())}"
        raise Problem(at, _plain(message), remedy) from None
    for name in TEXTS:
        if not getattr(told, name).strip():
            raise Problem(where, f"{name} is empty", remedy)
    if bool(told.runtimes) != bool(told.reason.strip()):
        what = "runtimes and reason go together: which backends, and why not all"
        raise Problem(where, what, remedy)
    if told.compare and (told.raises.pytorch or told.raises.keras):
        what = "compare and raises do not go together: an error leaves no values"
        raise Problem(where, what, "catch the error in the snippet, or drop one")
    if strange := told.conventions.keys() - told.parameters.keys():
        what = f"conventions: {min(strange)!r} is not among the parameters"
        raise Problem(where, what, remedy)
    for name in told.compare:
        if not name.isidentifier():
            what = f"compare: {name!r} is not a Python name"
            raise Problem(where, what, "name a variable of both sides")
    return told


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
