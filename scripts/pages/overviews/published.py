"""The pairs, their certificates and their defaults, as data for programs."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from scripts.catalog.defaults import compared_arguments
from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Grade, Side
from scripts.pages.blocks import one_line
from scripts.pages.overviews.overview import Known, Rendered
from scripts.results.certify import Comparison
from scripts.results.entries import Entry, page_address
from scripts.results.records import Record


class Downloads(Struct, frozen=True):
    """Both programs of a pair as files, from the root of the site."""

    pytorch: str
    keras: str


class PublishedPair(Struct, frozen=True):
    """A pair: what it asks, what it answers, where it stands and what it ran on.

    `pytorch` and `keras` are the names of both APIs; `missing` is the side
    that lacks this, empty where both have it. `runtimes` are those it ran on,
    and `reason` says why not on all, empty where it ran on all. `versions`
    holds the packages of each runtime, `warnings` how many warnings all of
    its runs gave together. Addresses are from the root of the site.
    """

    name: str
    topic: str
    title: str
    question: str
    answer: str
    pytorch: str
    keras: str
    aliases: list[str]
    grade: Grade
    missing: Side | Literal[""]
    runtimes: list[str]
    reason: str
    page: str
    anchor: str
    address: str
    downloads: Downloads
    versions: dict[str, dict[str, str]]
    warnings: int


class PublishedPairs(Struct, frozen=True):
    """Every pair that a page of the site shows, by topic and title."""

    pairs: list[PublishedPair]


class PublishedCertificate(Struct, frozen=True):
    """What was compared in a pair, by the runtime that PyTorch is compared with."""

    pair: str
    address: str
    grade: Grade
    comparisons: dict[str, list[Comparison]]


class PublishedCertificates(Struct, frozen=True):
    """Every comparison of every pair with PyTorch, by runtime."""

    certificates: list[PublishedCertificate]


class PublishedDefault(Struct, frozen=True):
    """An argument that both APIs have, and its default in each as Python writes it.

    `equal` says whether both are the same and mean the same; `convention`,
    empty where there is none, is what the defaults alone do not tell.
    """

    pair: str
    address: str
    pytorch: str
    pytorch_argument: str
    pytorch_default: str
    keras: str
    keras_argument: str
    keras_default: str
    equal: bool
    convention: str


class PublishedDefaults(Struct, frozen=True):
    """Every compared argument with both defaults, read from the installed packages.

    `compared` counts them, `differing` those whose defaults are not equal; a default
    that is `required` has to be given.
    """

    compared: int
    differing: int
    defaults: list[PublishedDefault]


def render(project: Project, known: Known) -> Rendered:
    """The data about all pairs that the site serves."""
    entries = known.entries
    defaults = [default for entry in entries for default in _defaults(entry)]
    differing = sum(not default.equal for default in defaults)
    data = {
        "pairs": PublishedPairs([_pair(project, entry) for entry in entries]),
        "certificates": PublishedCertificates(list(map(_certificate, entries))),
        "defaults": PublishedDefaults(len(defaults), differing, defaults),
    }
    return Rendered(data=data)


def _pair(project: Project, entry: Entry) -> PublishedPair:
    pair, declared = entry.pair, entry.pair.declaration
    return PublishedPair(
        name=pair.name,
        topic=pair.topic,
        title=declared.title,
        question=one_line(declared.question),
        answer=one_line(declared.answer),
        pytorch=declared.pytorch,
        keras=declared.keras,
        aliases=declared.aliases,
        grade=entry.certificate.grade,
        missing=declared.missing,
        runtimes=list(entry.records),
        reason=one_line(declared.reason),
        page=page_address(entry.page),
        anchor=pair.anchor,
        address=entry.address,
        downloads=Downloads(*(_download(project, entry, side) for side in SIDES)),
        versions={name: record.versions for name, record in entry.records.items()},
        warnings=sum(map(_warnings, entry.records.values())),
    )


def _download(project: Project, entry: Entry, side: str) -> str:
    path = project.downloads / entry.pair.name / f"in_{side}.py"
    return path.relative_to(project.downloads.parent).as_posix()


def _warnings(record: Record) -> int:
    return sum(len(output.warnings) for output in record.outputs)


def _certificate(entry: Entry) -> PublishedCertificate:
    certificate = entry.certificate
    return PublishedCertificate(
        entry.pair.name, entry.address, certificate.grade, certificate.comparisons
    )


def _defaults(entry: Entry) -> list[PublishedDefault]:
    declared = entry.pair.declaration
    return [
        PublishedDefault(
            pair=entry.pair.name,
            address=entry.address,
            pytorch=declared.pytorch,
            pytorch_argument=argument.pytorch,
            pytorch_default=argument.pytorch_default,
            keras=declared.keras,
            keras_argument=argument.keras,
            keras_default=argument.keras_default,
            equal=argument.equal,
            convention=one_line(argument.convention),
        )
        for argument in compared_arguments(entry.pair, entry.records)
    ]
