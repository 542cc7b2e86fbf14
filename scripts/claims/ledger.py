"""The ledger: claims in reading order with their addresses, and counted."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from scripts.claims.claims import VERDICTS, Claim


class Published(Struct, frozen=True):
    """A claim as programs read it, with the address of its row in the ledger."""

    address: str
    decided_by_run: bool
    claim: Claim


class Ledger(Struct, frozen=True):
    """All claims in reading order, counted.

    `checkable` are those that are no opinion; `decided` those among them that
    a run of this site decides, `share` is decided divided by checkable.
    """

    counts: dict[str, int]
    checkable: int
    decided: int
    share: float
    claims: list[Published]


def make_ledger(claims: list[Claim]) -> Ledger:
    """Count the claims."""
    counts = Counter(claim.verdict for claim in claims)
    checkable = [claim for claim in claims if claim.verdict != "opinion"]
    decided = sum(claim.decided_by_run for claim in checkable)
    published = [Published(f"ledger/#{anchor(c)}", c.decided_by_run, c) for c in claims]
    return Ledger(
        {verdict: counts[verdict] for verdict in VERDICTS},
        len(checkable),
        decided,
        round(decided / (len(checkable) or 1), 4),
        published,
    )


def anchor(claim: Claim) -> str:
    """The place of a claim on its pages."""
    return f"claim-{claim.id}"
