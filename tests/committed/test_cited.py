"""Claims on speed, size, debugging and community stand on a measured cell."""

from __future__ import annotations

import pytest

from scripts.claims.claims import Claim, read_claims
from scripts.core.project import HERE, Project

MEASURED = ("performance", "debugging", "community")
ON_SIZE_AND_FRIENDS = (
    "intro-rival-frameworks",
    "background-keras-user-friendly",
    "background-keras-simple-models",
    "func-keras-simple-powerful",
    "flex-native-debug-tools",
    "ease-keras-onramp",
    "ease-keras-obfuscates",
    "ease-keras-debugging-challenging",
    "ease-pytorch-cognitive-load",
    "ease-pytorch-out-of-box-tools",
    "ease-pytorch-scripts-complex",
    "ease-comparable-for-common",
)

PROJECT = Project(HERE)
CLAIMS = read_claims(PROJECT.claims, "docs/claims.yaml")
CITING = [
    claim
    for claim in CLAIMS
    if claim.section in MEASURED or claim.id in ON_SIZE_AND_FRIENDS
]


@pytest.mark.parametrize("claim", CITING, ids=lambda claim: claim.id)
def test_it_cites_a_cell(claim: Claim) -> None:
    assert [item.cell for item in claim.evidence if item.cell]


def test_every_claim_that_is_named_here_is_in_the_ledger() -> None:
    assert set(ON_SIZE_AND_FRIENDS) <= {claim.id for claim in CLAIMS}
