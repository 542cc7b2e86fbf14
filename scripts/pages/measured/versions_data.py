"""What pairs do otherwise on other versions, as data for programs."""

from __future__ import annotations

from msgspec import Struct

from scripts.results.behaviour import Change, changes, comparable
from scripts.results.summaries import Summary


class PublishedVersions(Struct, frozen=True):
    """What pairs do otherwise on other versions than the pinned ones.

    `changes` are those from the pinned versions, so `before` is what is seen with
    these, `after` what with the others. `comparable` counts the pairs whose
    programs are the same in both.
    """

    name: str
    versions: dict[str, str]
    measured: str
    comparable: int
    changes: list[Change]


class PublishedUpgrades(Struct, frozen=True):
    """What was measured on every set of versions; `pinned` is what pages show."""

    pinned: dict[str, str]
    others: list[PublishedVersions]


def published(found: list[Summary], pinned: Summary | None) -> PublishedUpgrades:
    """What was measured, as it is published."""
    if pinned is None:
        return PublishedUpgrades({}, [])
    others = [
        PublishedVersions(
            summary.name,
            summary.versions,
            summary.measured,
            len(comparable_pairs(pinned, summary)),
            changes(pinned, summary),
        )
        for summary in found
        if summary is not pinned
    ]
    return PublishedUpgrades(pinned.versions, others)


def comparable_pairs(pinned: Summary, other: Summary) -> list[str]:
    """The pairs whose programs are the same in both."""
    return [name for name in pinned.pairs if comparable(pinned, other, name)]
