"""What is made of the claims and the guide: fragments of pages, and data."""

from __future__ import annotations

from pathlib import Path

from scripts.claims.claims import Claim, check_claims, read_claims
from scripts.claims.evidence import check_cited, cites_cells
from scripts.claims.families import all_cells
from scripts.claims.guide import Question, check_guide, guide_fragment, read_guide
from scripts.claims.ledger import (
    cell_links,
    ledger_data,
    ledger_fragment,
    pair_links,
    section_fragment,
)
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import placement
from scripts.corpus.sections import SECTIONS
from scripts.measurements.cells import Cells
from scripts.results.certify import certificate_path


def read_article(
    project: Project, pairs: list[Pair]
) -> tuple[list[Claim], list[Question]]:
    """The claims and the guide, sound; raises `Problem` or `Problems`."""
    by_name = {pair.name: pair for pair in pairs}
    where = project.show(project.claims)
    claims = read_claims(project.claims, where)
    found = check_claims(where, claims, by_name)
    found += _homeless(project, claims, by_name)
    found += check_cited(where, claims, cited_cells(project, claims))
    if found:
        raise Problems(found)
    where = project.show(project.guide)
    questions = read_guide(project.guide, where)
    by_id = {claim.id: claim for claim in claims}
    if found := check_guide(where, questions, by_id, set(placement(project))):
        raise Problems(found)
    return claims, questions


def cited_cells(project: Project, claims: list[Claim]) -> Cells:
    """Every cell there is, or none where no claim cites one."""
    return all_cells(project) if cites_cells(claims) else {}


def _homeless(
    project: Project, claims: list[Claim], pairs: dict[str, Pair]
) -> list[Problem]:
    """Pairs that a claim cites but no page shows, so that nobody could look."""
    shown, where = placement(project), project.show(project.claims)
    cited = {e.pair: c.id for c in claims for e in c.evidence if e.pair in pairs}
    return [
        Problem(
            where,
            f"claim {claim!r} names the pair {name!r}, which no page shows",
            f'include it on a page: --8<-- "{name}.md"',
        )
        for name, claim in cited.items()
        if name not in shown
    ]


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


def render_article(project: Project, pairs: list[Pair]) -> dict[Path, bytes]:
    """The generated files; raises `Problem` or `Problems` where they cannot be."""
    claims, questions = read_article(project, pairs)
    if found := _not_run(project, claims):
        raise Problems(found)
    links = pair_links(placement(project), {pair.name: pair for pair in pairs})
    by_id = {claim.id: claim for claim in claims}
    links |= cell_links(cited_cells(project, claims))
    texts = {
        "ledger": ledger_fragment(claims, links),
        "guide": guide_fragment(questions, by_id, links),
    }
    texts |= {f"claims-{s}": section_fragment(s, claims, links) for s in SECTIONS}
    files = {project.fragments / f"{n}.md": t.encode() for n, t in texts.items()}
    return files | {project.data / n: c for n, c in ledger_data(claims).items()}
