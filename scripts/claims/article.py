"""The claims and the guide, read and held against pairs, cells and pages."""

from __future__ import annotations

from scripts.claims.claims import Claim, read_claims
from scripts.claims.evidence import check_evidence, cites_cells
from scripts.claims.families import all_cells
from scripts.claims.guide import Question, check_guide, read_guide
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import placement
from scripts.measurements.cells import Cells


def read_article(
    project: Project, pairs: list[Pair]
) -> tuple[list[Claim], list[Question]]:
    """The claims and the guide, sound; raises `Problem` or `Problems`."""
    by_name = {pair.name: pair for pair in pairs}
    where = project.show(project.claims)
    claims = read_claims(project.claims, where)
    found = check_evidence(where, claims, by_name, cited_cells(project, claims))
    found += _unplaced(project, claims, by_name)
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


def _unplaced(
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
