"""What is made of the claims and the guide: parts of pages, and data."""

from __future__ import annotations

from scripts.claims.article import cited_cells, read_article
from scripts.claims.claims import Claim
from scripts.claims.ledger import make_ledger
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.placement import placement
from scripts.corpus.sections import SECTIONS
from scripts.pages.overviews.guide import guide_fragment
from scripts.pages.overviews.ledger import (
    cell_links,
    ledger_fragment,
    pair_links,
    section_fragment,
)
from scripts.pages.overviews.overview import Known, Rendered
from scripts.results.certify import certificate_path


def render(project: Project, known: Known) -> Rendered:
    """Every part; raises `Problem` or `Problems` where it cannot be drawn."""
    claims, questions = read_article(project, known.pairs)
    if found := _not_run(project, claims):
        raise Problems(found)
    links = pair_links(placement(project), {pair.name: pair for pair in known.pairs})
    links |= cell_links(cited_cells(project, claims))
    by_id = {claim.id: claim for claim in claims}
    fragments = {
        "ledger": ledger_fragment(claims, links),
        "guide": guide_fragment(questions, by_id, links),
    }
    fragments |= {f"claims-{s}": section_fragment(s, claims, links) for s in SECTIONS}
    return Rendered(fragments, data={"claims": make_ledger(claims)})


def _not_run(project: Project, claims: list[Claim]) -> list[Problem]:
    """Pairs that a claim cites but that have no results yet."""
    cited = {e.pair: c.id for c in claims for e in c.evidence if e.pair}
    return [
        Problem(
            project.show(project.claims),
            f"claim {claim!r} names the pair {name!r}, which has not been run",
            f"run: python -m scripts run {name}",
        )
        for name, claim in cited.items()
        if not certificate_path(project, name).exists()
    ]
