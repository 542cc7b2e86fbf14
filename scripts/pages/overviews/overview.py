"""All that is generated about the whole set: which files, and what draws them.

`OVERVIEWS` is the one list of fragments, plain texts and published data, each with the
version of its schema. What draws them is imported when it is asked to: to decide
that nothing is to be done, the names are enough.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import Runtime
from scripts.corpus.sections import SECTIONS
from scripts.pages.overviews.schemas import with_schema
from scripts.results.entries import Entry, find_entries


class Known(NamedTuple):
    """What overviews start from: all pairs, and those that a page shows."""

    pairs: list[Pair]
    entries: list[Entry]
    runtimes: dict[str, Runtime]


class Rendered(NamedTuple):
    """What an overview made: texts and data by name.

    Where there is nothing to show, `otherwise` stands in every text.
    """

    fragments: Mapping[str, str] = {}
    plain: Mapping[str, str] = {}
    data: Mapping[str, Struct] = {}
    otherwise: str = ""

    def texts(self, names: Iterable[str], made: Mapping[str, str]) -> list[bytes]:
        """The content of text files."""
        texts = [self.otherwise or made[name] for name in names]
        return [f"{text}\n".encode() for text in texts]


@dataclass(frozen=True)
class Overview:
    """A module of this room whose `render` gives a `Rendered`, and the names in it.

    `data` holds the version of each schema.
    """

    module: str
    fragments: Sequence[str] = ()
    plain: Sequence[str] = ()
    data: Mapping[str, int] = field(default_factory=dict)

    def paths(self, project: Project) -> Iterator[Path]:
        """Every file that `render` gives."""
        yield from (project.fragments / f"{name}.md" for name in self.fragments)
        yield from (project.plain / f"{name}.md" for name in self.plain)
        for name in self.data:
            yield project.data / f"{name}.json"
            yield project.data / f"{name}.schema.json"

    def render(self, project: Project, known: Known) -> dict[Path, bytes]:
        """The files; raises `Problem` or `Problems` where they cannot be drawn."""
        module = importlib.import_module(f"scripts.pages.{self.module}")
        rendered: Rendered = module.render(project, known)
        contents = rendered.texts(self.fragments, rendered.fragments)
        contents += rendered.texts(self.plain, rendered.plain)
        for name, version in self.data.items():
            contents += with_schema(rendered.data[name], version)
        return dict(zip(self.paths(project), contents, strict=True))


def _parts(page: str, parts: str) -> list[str]:
    return [f"{page}-{part}" for part in parts.split()]


OVERVIEWS = (
    Overview("overviews.names", ["dictionary", "defaults"]),
    Overview(
        "overviews.published", data={"pairs": 1, "certificates": 1, "defaults": 1}
    ),
    Overview("overviews.status", ["status"]),
    Overview(
        "overviews.article",
        ["ledger", "guide", *(f"claims-{section}" for section in SECTIONS)],
        data={"claims": 1},
    ),
    Overview("measured.anatomy", _parts("anatomy", "answer counts")),
    Overview(
        "measured.code_size",
        _parts("code-size", "answer figure measures counts topics extremes pairs"),
        plain=["code-size-figure"],
        data={"code-size": 1},
    ),
    Overview(
        "measured.community",
        _parts(
            "community",
            "answer mentions figure months ranks releases collections makers made",
        ),
        plain=["community-figure"],
        data={"community": 1},
    ),
    Overview(
        "measured.debugging",
        _parts("debugging", "totals mistakes breakpoints each"),
        plain=["debugging-each"],
        data={"debugging": 1},
    ),
    Overview(
        "measured.speed", _parts("speed", "answer machines"), data={"benchmarks": 1}
    ),
    Overview(
        "measured.versions",
        _parts("versions", "answer pairs steps signatures"),
        data={"versions": 1},
    ),
)


def overview_paths(project: Project) -> list[Path]:
    """Every file that is generated about the whole set."""
    return [path for overview in OVERVIEWS for path in overview.paths(project)]


def render_overviews(
    project: Project, pairs: list[Pair], runtimes: dict[str, Runtime]
) -> dict[Path, bytes]:
    """The files about the whole set; raises `Problem` or `Problems`."""
    known = Known(pairs, find_entries(project, pairs, runtimes), runtimes)
    return {
        path: content
        for overview in OVERVIEWS
        for path, content in overview.render(project, known).items()
    }
