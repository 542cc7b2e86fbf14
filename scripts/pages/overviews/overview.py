"""All that is generated about the whole set: which files, and what draws them.

`OVERVIEWS` is the one list of fragments, plain texts and published data, each with the
version of its schema. What draws them is imported when it is asked to: to decide
that nothing is to be done, the names are enough.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping
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


@dataclass(frozen=True)
class Overview:
    """A module of this room whose `render` gives a `Rendered`, and the names in it.

    `parts` are its fragments and `plain` those of them that are also there without
    HTML, each name behind `prefix`. `data` holds the version of each schema.
    """

    module: str
    prefix: str = ""
    parts: str = ""
    plain: str = ""
    data: Mapping[str, int] = field(default_factory=dict)

    def paths(self, project: Project) -> Iterator[Path]:
        """Every file that `render` gives."""
        folders = {project.fragments: self.parts, project.plain: self.plain}
        for folder, parts in folders.items():
            yield from (folder / f"{self.prefix}{part}.md" for part in parts.split())
        for name in self.data:
            yield project.data / f"{name}.json"
            yield project.data / f"{name}.schema.json"

    def render(self, project: Project, known: Known) -> dict[Path, bytes]:
        """The files; raises `Problem` or `Problems` where they cannot be drawn."""
        module = importlib.import_module(f"scripts.pages.{self.module}")
        made: Rendered = module.render(project, known)
        texts = [made.otherwise or made.fragments[part] for part in self.parts.split()]
        texts += [made.otherwise or made.plain[part] for part in self.plain.split()]
        contents = [f"{text}\n".encode() for text in texts]
        for name, version in self.data.items():
            contents += with_schema(made.data[name], version)
        return dict(zip(self.paths(project), contents, strict=True))


ARTICLE = " ".join(["ledger", "guide", *(f"claims-{name}" for name in SECTIONS)])
OVERVIEWS = (
    Overview("overviews.names", parts="dictionary defaults"),
    Overview(
        "overviews.published", data={"pairs": 1, "certificates": 1, "defaults": 1}
    ),
    Overview("overviews.status", parts="status"),
    Overview("overviews.article", parts=ARTICLE, data={"claims": 1}),
    Overview("measured.anatomy", "anatomy-", "answer counts"),
    Overview(
        "measured.code_size",
        "code-size-",
        "answer figure measures counts topics extremes pairs",
        plain="figure",
        data={"code-size": 1},
    ),
    Overview(
        "measured.community",
        "community-",
        "answer mentions figure months ranks releases collections makers made",
        plain="figure",
        data={"community": 1},
    ),
    Overview(
        "measured.debugging",
        "debugging-",
        "totals mistakes breakpoints each",
        plain="each",
        data={"debugging": 1},
    ),
    Overview("measured.speed", "speed-", "answer machines", data={"benchmarks": 1}),
    Overview(
        "measured.versions",
        "versions-",
        "answer pairs steps signatures",
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
