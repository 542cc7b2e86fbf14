"""Mistakes, made and mended on both sides: `snippets/_debugging/mistakes/<name>/`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.pairs import (
    ANYTHING,
    MISTAKES,
    NAME,
    SIDES,
    Declaration,
    Pair,
    Raises,
    Side,
)
from scripts.corpus.snippets import Snippet, parse_snippet

Caught = Literal["construction", "run", "warning", "never"]
STEPS = ["Build", "Run"]
MENDED = "mended"
REMEDY = "see .github/guides/mistake.md"


class Slip(Struct, frozen=True, forbid_unknown_fields=True):
    """The mistake in one side's program: `wrong` in its text, `right` in its place.

    A message names the layer where it holds a word of `layer`, what does not
    fit where it holds each of `at_fault`, and the remedy where it holds one of
    `remedy`. Words that are as good as one another are separated by `|`; where
    nothing is told, nothing can be asked.
    """

    wrong: str
    right: str
    layer: str
    at_fault: list[str] = []
    remedy: list[str] = []


class Told(Struct, frozen=True, forbid_unknown_fields=True):
    """What `mistake.toml` says; `caught` by runtime is checked against the runs."""

    title: str
    mistake: str
    pytorch: Slip
    keras: Slip
    caught: dict[str, Caught] = {}


class Mistake(Struct, frozen=True):
    """A mistake as the runner runs it: the programs as they are, and mended."""

    told: Told
    made: Pair
    mended: Pair

    @property
    def name(self) -> str:
        """Its folder, such as `wrong-mask`."""
        return self.made.folder.name

    def slip(self, side: Side) -> Slip:
        """What is wrong on one side."""
        return self.told.pytorch if side == "pytorch" else self.told.keras


def find_mistakes(project: Project, wanted: list[str] | None = None) -> list[Mistake]:
    """Every mistake, or those `wanted` as `mistakes/<name>`, sorted by name.

    Raises `Problems` with everything that is wrong with the ones it reads.
    """
    top = project.debugging / MISTAKES
    folders = {p.name: p for p in sorted(top.glob("[!._]*")) if p.is_dir()}
    names = {name.strip("/").split("/")[1] for name in wanted or [] if "/" in name}
    if unknown := names - folders.keys():
        remedy = f"see what there is with: ls {project.show(top)}"
        raise Problem(f"{MISTAKES}/{min(unknown)}", "is no mistake", remedy)
    found, problems = [], list[Problem]()
    for name, folder in folders.items():
        try:
            if not names or name in names:
                found.append(read_mistake(project, folder))
        except Problem as problem:
            problems.append(problem)
    if problems:
        raise Problems(problems)
    return found


def read_mistake(project: Project, folder: Path) -> Mistake:
    """The mistake in `folder`; raises `Problem` where it is not one."""
    if not NAME.fullmatch(folder.name):
        what = f"the name {folder.name!r} is not in lower case with hyphens"
        raise Problem(project.show(folder), what, "rename the folder")
    path = folder / "mistake.toml"
    source = _read(project, path)
    told = _parse(project.show(path), source)
    made: dict[str, Snippet] = {}
    mended: dict[str, Snippet] = {}
    for side in SIDES:
        program = folder / f"in_{side}.py"
        text = _read(project, program).decode().replace("\r\n", "\n")
        made[side] = _parse_program(project, program, text)
        fixed = _mend(project.show(path), side, getattr(told, side), text)
        mended[side] = _parse_program(project, program, fixed)
    name = f"{MISTAKES}/{folder.name}"
    free = Raises(ANYTHING, ANYTHING)
    return Mistake(
        told,
        Pair(name, folder, source, _declaration(told, free), made),
        Pair(f"{name}/{MENDED}", folder, source, _declaration(told, Raises()), mended),
    )


def _declaration(told: Told, raises: Raises) -> Declaration:
    return Declaration(
        told.title, "", "", "torch", "keras", "illustrative", raises=raises
    )


def _read(project: Project, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise Problem(project.show(path), "is missing", REMEDY) from None


def _parse(where: str, source: bytes) -> Told:
    try:
        told = msgspec.convert(tomllib.loads(source.decode()), Told)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(where, f"cannot be read: {error}", "correct it") from None
    except msgspec.ValidationError as error:
        raise Problem(where, str(error), REMEDY) from None
    for side in SIDES:
        _check_slip(where, side, getattr(told, side))
    return told


def _check_slip(where: str, side: Side, slip: Slip) -> None:
    """A remedy that the mended program does not use would prove nothing."""
    if not slip.layer:
        raise Problem(where, f"{side}: layer is empty", "name the layer or the loss")
    for word in slip.remedy:
        if not holds(slip.right, word):
            what = f"{side}: the remedy {word!r} does not stand in right"
            raise Problem(where, what, "name what the mended program uses")


def holds(text: str, words: str) -> bool:
    """Whether one of the `words`, separated by `|`, stands in `text` as a whole.

    A number may touch letters, since shapes are written as 2x4.
    """
    return any(_pattern(word).search(text) for word in words.split("|"))


def _pattern(word: str) -> re.Pattern[str]:
    edge = r"\d" if word.isdigit() else r"\w"
    return re.compile(rf"(?<!{edge}){re.escape(word)}(?!{edge})")


def _mend(where: str, side: Side, slip: Slip, text: str) -> str:
    if (count := text.count(slip.wrong) if slip.wrong else 0) != 1:
        what = f"{side}: wrong stands {count} times in in_{side}.py, not once"
        raise Problem(where, what, "copy the mistake from the program")
    return text.replace(slip.wrong, slip.right)


def _parse_program(project: Project, path: Path, text: str) -> Snippet:
    snippet = parse_snippet(project, path, text.encode())
    if (titles := [cell.title for cell in snippet.cells]) != STEPS:
        what = f"has the cells {titles}, not {STEPS}"
        remedy = "one cell builds, one runs: the page tells when it was caught"
        raise Problem(f"{project.show(path)}:1", what, remedy)
    return snippet
