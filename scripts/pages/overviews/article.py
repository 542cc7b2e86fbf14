"""What is made of the claims and the guide: parts of pages, and data."""

from __future__ import annotations

from scripts.claims.article import check_run, cited_cells, read_article
from scripts.claims.claims import Claim
from scripts.claims.ledger import make_ledger
from scripts.core.project import Project
from scripts.corpus.placement import placement
from scripts.pages.blocks import link
from scripts.pages.overviews.guide import guide_fragment
from scripts.pages.overviews.ledger import claims_by_section, ledger_fragment
from scripts.pages.overviews.overview import Known, Rendered
from scripts.results.entries import page_address


def render(project: Project, known: Known) -> Rendered:
    """Every part; raises `Problem` or `Problems` where it cannot be drawn."""
    claims, questions = read_article(project, known.pairs)
    check_run(project, claims)
    links = _links(project, known, claims)
    fragments = {
        "ledger": ledger_fragment(claims, links),
        "guide": guide_fragment(questions, {c.id: c for c in claims}, links),
        **claims_by_section(claims, links),
    }
    return Rendered(fragments, data={"claims": make_ledger(claims)})


def _links(project: Project, known: Known, claims: list[Claim]) -> dict[str, str]:
    """A link to every pair that a page shows, and to every cell a claim can cite."""
    pages, cells = placement(project), cited_cells(project, claims)
    links = {name: link(cell.text, cell.address) for name, cell in cells.items()}
    for pair in known.pairs:
        if pair.name in pages:
            address = f"{page_address(pages[pair.name])}#{pair.anchor}"
            links[pair.name] = link(pair.declaration.title, address)
    return links
