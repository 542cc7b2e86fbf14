"""What every pair did on one set of versions: `results/versions/<versions>.json`."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct
from packaging.version import InvalidVersion, Version

from scripts.core.problems import Problem, read_each
from scripts.core.project import Project, read_bytes, write_if_changed
from scripts.corpus.pairs import Grade

SCHEMA = 1
NAMED = ("torch", "keras", "jax", "tensorflow-cpu")
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{12}$")]


class Compared(Struct, frozen=True, forbid_unknown_fields=True):
    """A compared value: the largest difference to PyTorch, and whether it is equal."""

    largest: Annotated[float, Meta(ge=0)]
    equal: bool


class Ran(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a run gave, as a reader sees it.

    `failed` says in a line how a run ended that should not have; the rest is empty
    then. `raised` is the error that the pair is about.
    """

    failed: str = ""
    raised: str = ""
    printed: list[str] = []
    warnings: list[str] = []
    defaults: dict[str, str] = {}


class Behaviour(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pair did: its runs, and its comparisons by runtime and value.

    `source` is a digest of what was run, the same for all versions. `grade` is
    empty where no run was there to be compared.
    """

    source: Digest
    grade: Grade | Literal[""]
    runs: dict[str, Ran]
    compared: dict[str, dict[str, Compared]]


class Summary(Struct, frozen=True, forbid_unknown_fields=True):
    """What all pairs did on these versions, and the arguments of their APIs.

    `signatures` holds for each API its arguments with their defaults, null where
    there is no such API. `measured` is the day on which any of it was new.
    """

    schema: int
    measured: Day
    versions: dict[str, str]
    runtimes: list[str]
    signatures: dict[str, dict[str, str] | None]
    pairs: dict[str, Behaviour]

    @property
    def named(self) -> list[str]:
        """The packages whose versions it is called by: the frameworks among them."""
        return [n for n in NAMED if n in self.versions] or list(self.versions)

    @property
    def name(self) -> str:
        """What it is called by, such as `torch-2.13.0_keras-3.15.1`."""
        return "_".join(f"{name}-{self.versions[name]}" for name in self.named)


class _Schema(Struct):
    schema: int


def folder_of(project: Project) -> Path:
    """Where summaries are committed."""
    return project.results / "versions"


def summary_paths(project: Project) -> list[Path]:
    """The files of all committed summaries, sorted by name."""
    return sorted(folder_of(project).glob("*.json"))


def read_summaries(project: Project) -> list[Summary]:
    """Every committed summary, the oldest versions first.

    Raises `Problems` with every file that is not one.
    """
    seen = [(path, path.stat()) for path in summary_paths(project)]
    known = tuple((path, s.st_ino, s.st_size, s.st_mtime_ns) for path, s in seen)
    return list(_read_all(project, known))


@lru_cache(maxsize=1)
def _read_all(
    project: Project, known: tuple[tuple[Path, int, int, int], ...]
) -> list[Summary]:
    """What `known` files hold; they are read again once their status is another."""
    return sorted(read_each(partial(_read, project), [k[0] for k in known]), key=age)


def _read(project: Project, path: Path) -> Summary:
    try:
        return decode_summary(path, path.read_bytes())
    except ValueError as error:
        remedy = "restore it with Git, or remove it and measure again: make upgrade"
        raise Problem(project.show(path), str(error), remedy) from None


def decode_summary(path: Path, data: bytes) -> Summary:
    """The summary that `path` holds; raises `ValueError` when it is none of ours."""
    try:
        schema = msgspec.json.decode(data, type=_Schema).schema
        if schema != SCHEMA:
            raise ValueError(
                f"is of schema version {schema}, this program's is {SCHEMA}"
            )
        summary = msgspec.json.decode(data, type=Summary)
        age(summary)
    except msgspec.MsgspecError as error:
        raise ValueError(f"cannot be read: {error}") from None
    except InvalidVersion as error:
        raise ValueError(f"cannot be read: {error}") from None
    if summary.name != path.stem:
        raise ValueError(f"is of {summary.name}, as its versions say")
    return summary


def age(summary: Summary) -> list[Version]:
    """What summaries are sorted by: the versions that they are called by."""
    return [Version(summary.versions.get(name, "0")) for name in NAMED]


def encode_summary(summary: Summary) -> bytes:
    """A summary as it stands on disk: a line for each pair and for each API."""
    plain = msgspec.to_builtins(summary)
    fields = [f'"{name}": {_lines(value)}' for name, value in plain.items()]
    return ("{\n" + ",\n".join(fields) + "\n}\n").encode()


def _lines(value: object) -> str:
    if not isinstance(value, dict):
        return _compact(value)
    lines = [f" {_compact(k)}: {_compact(v)}" for k, v in sorted(value.items())]
    return "{\n" + ",\n".join(lines) + "\n}" if lines else "{}"


def _compact(value: object) -> str:
    return msgspec.json.encode(value).decode()


def write_summary(project: Project, summary: Summary) -> tuple[Path, bool]:
    """Put a summary where it is committed; say where, and whether it says anything new.

    One that says what the committed one says has that one's day.
    """
    path = folder_of(project) / f"{summary.name}.json"
    data = read_bytes(path)
    if data is not None:
        try:
            before = decode_summary(path, data)
        except ValueError as error:
            remedy = "restore it with Git, or remove it"
            raise Problem(project.show(path), str(error), remedy) from None
        same_day = msgspec.structs.replace(summary, measured=before.measured)
        if same_day == before:
            return path, False
    return path, write_if_changed(path, encode_summary(summary))
