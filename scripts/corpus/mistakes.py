"""Mistakes, made and mended on both sides: `snippets/_debugging/mistakes/<name>/`."""

from __future__ import annotations

import re
import tomllib
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem, read_each
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
from scripts.corpus.snippets import Snippet, parse_snippet, read_source

Caught = Literal["construction", "run", "warning", "never"]
STEPS = ["Build", "Run"]
MENDED = "mended"
REMEDY = "see .github/guides/mistake.md"


class Slip(Struct, frozen=True, forbid_unknown_fields=True):
    """The mistake in one side's program: `wrong` in its text, `right` in its place.

    A message names the layer where it holds a word of `layer`, what does not
    fit where it holds each of `at_fault`, and the remedy where it holds one of
    `remedy`. Words that are as good as one another are separated by `|`; where
    nothing is named, nothing can be asked.
    """

    wrong: str
    right: str
    layer: str
    at_fault: list[str] = []
    remedy: list[str] = []


class MistakeDeclaration(Struct, frozen=True, forbid_unknown_fields=True):
    """What `mistake.toml` says; `caught` by runtime is checked against the runs."""

    title: str
    mistake: str
    pytorch: Slip
    keras: Slip
    caught: dict[str, Caught] = {}


class Mistake(Struct, frozen=True):
    """A mistake as the runner runs it: the programs as they are, and mended."""

    declaration: MistakeDeclaration
    made: Pair
    mended: Pair

    @property
    def name(self) -> str:
        """Its folder, such as `wrong-mask`."""
        return self.made.folder.name

    def slip(self, side: Side) -> Slip:
        """What is wrong on one side."""
        return self.declaration.pytorch if side == "pytorch" else self.declaration.keras


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
    chosen = [path for name, path in folders.items() if not names or name in names]
    return read_each(partial(read_mistake, project), chosen)


def read_mistake(project: Project, folder: Path) -> Mistake:
    """The mistake in `folder`; raises `Problem` where it is not one."""
    if not NAME.fullmatch(folder.name):
        what = f"the name {folder.name!r} is not in lower case with hyphens"
        raise Problem(project.show(folder), what, "rename the folder")
    path = folder / "mistake.toml"
    source = read_source(project, path, REMEDY)
    declared = _parse(project.show(path), source)
    name, free = f"{MISTAKES}/{folder.name}", Raises(ANYTHING, ANYTHING)
    made, mended = dict[str, Snippet](), dict[str, Snippet]()
    for side in SIDES:
        made[side] = _program(project, folder, side)
        slip: Slip = getattr(declared, side)
        mended[side] = _mended(project, made[side], side, slip)
    wrong = Pair(name, folder, source, _pair(declared, free), made)
    name += f"/{MENDED}"
    right = Pair(name, folder, source, _pair(declared, Raises()), mended)
    return Mistake(declared, wrong, right)


def _pair(declared: MistakeDeclaration, raises: Raises) -> Declaration:
    texts = (declared.title, "", "", "torch", "keras")
    return Declaration(*texts, "illustrative", raises=raises)


def _parse(where: str, source: bytes) -> MistakeDeclaration:
    try:
        declared = msgspec.convert(tomllib.loads(source.decode()), MistakeDeclaration)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(where, f"cannot be read: {error}", "correct it") from None
    except msgspec.ValidationError as error:
        raise Problem(where, str(error), REMEDY) from None
    for side in SIDES:
        _check_slip(where, side, getattr(declared, side))
    return declared


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


def _program(project: Project, folder: Path, side: Side) -> Snippet:
    path = folder / f"in_{side}.py"
    return _parse_program(project, path, read_source(project, path, REMEDY))


def _mended(project: Project, made: Snippet, side: Side, slip: Slip) -> Snippet:
    """The program with the mistake replaced, which has to stand in it once."""
    if (count := made.text.count(slip.wrong) if slip.wrong else 0) != 1:
        what = f"{side}: wrong stands {count} times in in_{side}.py, not once"
        where = project.show(made.path.with_name("mistake.toml"))
        raise Problem(where, what, "copy the mistake from the program")
    text = made.text.replace(slip.wrong, slip.right)
    return _parse_program(project, made.path, text.encode())


def _parse_program(project: Project, path: Path, source: bytes) -> Snippet:
    snippet = parse_snippet(project, path, source)
    if (titles := [cell.title for cell in snippet.cells]) != STEPS:
        what = f"has the cells {titles}, not {STEPS}"
        remedy = "one cell builds, one runs: the page says when it was caught"
        raise Problem(f"{project.show(path)}:1", what, remedy)
    return snippet
