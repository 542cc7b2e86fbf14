"""What was counted about the communities: `results/community/*.csv` as cells.

How each file was obtained, and when, stands in the README.md of that folder.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem
from scripts.core.project import Project, read_bytes
from scripts.measurements.cells import Cells, cells_on

PAGE = "measured/community/"
REMEDY = "see results/community/README.md for its columns"
FRAMEWORKS = {
    "pytorch": "PyTorch",
    "keras": "Keras",
    "tensorflow": "TensorFlow",
    "jax": "JAX",
}
REQUIRED = ("pytorch", "keras", "tensorflow")
"""Those for which the metadata of packages was looked at."""
LIMITS = (1_000, 2_500, 5_000)
Row = TypeVar("Row", bound=Struct)
Needs = Literal["required", "optional", "no"]


class Mentions(Struct, frozen=True, forbid_unknown_fields=True):
    """Packages of the index that mention a framework in their name or summary."""

    framework: str
    packages_mentioning: int
    released_since_2025_12: int
    in_15000_most_downloaded: int


class Month(Struct, frozen=True, forbid_unknown_fields=True):
    """How many of them had their last release in a month."""

    last_release_month: str
    pytorch: int
    keras: int
    tensorflow: int
    jax: int


class Rank(Struct, frozen=True, forbid_unknown_fields=True):
    """The place of such a package among the most downloaded; at most 40 of each."""

    framework_mentioned: str
    package: str
    rank_among_15000_most_downloaded: int


class Releases(Struct, frozen=True, forbid_unknown_fields=True):
    """The releases of a framework that pip can install with a version of Python."""

    package: str
    releases: int
    series: int
    oldest: str
    newest: str
    python: str
    date: str


class Collection(Struct, frozen=True, forbid_unknown_fields=True):
    """Something counted in the source of a collection of models."""

    package: str
    version: str
    what: str
    count: int
    date: str


class Maker(Struct, frozen=True, forbid_unknown_fields=True):
    """A package whose metadata names a company, and how it depends on frameworks."""

    company: str
    package: str
    version: str
    named: str
    pytorch: Needs
    keras: Needs
    tensorflow: Needs
    date: str


class Community(Struct, frozen=True):
    """All that was counted; each list as its file has it."""

    mentions: list[Mentions]
    months: list[Month]
    ranks: list[Rank]
    releases: list[Releases]
    collections: list[Collection]
    makers: list[Maker]


def read_community(project: Project) -> Community:
    """The counts of a project, empty where there are none; raises `Problem`."""
    return Community(
        _read(project, "mentions", Mentions),
        _read(project, "last-release-by-month", Month),
        _read(project, "ranks", Rank),
        _read(project, "releases", Releases),
        _read(project, "collections", Collection),
        _read(project, "makers", Maker),
    )


def _read(project: Project, name: str, kind: type[Row]) -> list[Row]:
    path = project.results / "community" / f"{name}.csv"
    lines = (read_bytes(path) or b"").decode(errors="replace").splitlines()
    try:
        return msgspec.convert([*csv.DictReader(lines)], list[kind], strict=False)  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        raise Problem(project.show(path), f"cannot be used: {error}", REMEDY) from None


def cells(project: Project) -> Cells:
    """Every number that the page about the communities shows in a table."""
    return cells_of(read_community(project))


def cells_of(counted: Community) -> Cells:
    """The cells of what was counted, by name."""
    found = {f"community/{name}": (n, f"{n:,}") for name, n in _numbers(counted)}
    return cells_on(PAGE, found)


def _numbers(counted: Community) -> Iterator[tuple[str, int]]:
    for mentions in counted.mentions:
        yield f"{mentions.framework}/mentions", mentions.packages_mentioning
        yield f"{mentions.framework}/recent", mentions.released_since_2025_12
        yield f"{mentions.framework}/ranked", mentions.in_15000_most_downloaded
    for framework in FRAMEWORKS:
        yield from _ranked(framework, ranks_of(counted, framework))
    for released in counted.releases:
        yield f"{released.package}/releases", released.releases
        yield f"{released.package}/series", released.series
    for found in counted.collections:
        yield collection_name(found), found.count
    for company in dict.fromkeys(maker.company for maker in counted.makers):
        ours = [maker for maker in counted.makers if maker.company == company]
        for framework in REQUIRED:
            needs = [getattr(maker, framework) for maker in ours]
            yield f"{company.lower()}/requires-{framework}", needs.count("required")


def _ranked(framework: str, places: list[int]) -> Iterator[tuple[str, int]]:
    if places:
        yield f"{framework}/best-rank", min(places)
        for limit in LIMITS:
            yield f"{framework}/ranked-{limit}", sum(p <= limit for p in places)


def ranks_of(counted: Community, framework: str) -> list[int]:
    """The places of the packages that mention a framework."""
    return [
        rank.rank_among_15000_most_downloaded
        for rank in counted.ranks
        if rank.framework_mentioned == framework
    ]


def collection_name(found: Collection) -> str:
    """The last two parts of the name of the cell of something counted."""
    words = found.what.lower().replace(",", "").replace(".", " ").split()
    return f"{found.package}/{'-'.join(words)}"
