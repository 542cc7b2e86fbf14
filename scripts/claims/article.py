"""The claims and the guide, read and held against pairs, cells and pages."""

from __future__ import annotations

from collections.abc import Callable, Container

from scripts.claims.claims import Claim, read_claims
from scripts.claims.evidence import check_evidence, cites_cells
from scripts.claims.families import all_cells
from scripts.claims.guide import Question, check_guide, read_guide
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.corpus.placement import placement
from scripts.measurements.cells import Cells
from scripts.results.certify import certificate_path


def read_article(
    project: Project, pairs: list[Pair]
) -> tuple[list[Claim], list[Question]]:
    """The claims and the guide, sound; raises `Problem` or `Problems`."""
    pages = placement(project)
    claims = _read_claims(project, {pair.name: pair for pair in pairs}, pages)
    where = project.show(project.guide)
    questions = read_guide(project.guide, where)
    by_id = {claim.id: claim for claim in claims}
    if found := check_guide(where, questions, by_id, set(pages)):
        raise Problems(found)
    return claims, questions


def _read_claims(
    project: Project, pairs: dict[str, Pair], pages: Container[str]
) -> list[Claim]:
    where = project.show(project.claims)
    claims = read_claims(project.claims, where)
    found = check_evidence(where, claims, pairs, cited_cells(project, claims))
    found += _lacking(
        project,
        claims,
        lambda name: name in pairs and name not in pages,
        "no page shows",
        'include it on a page: --8<-- "{}.md"',
    )
    if found:
        raise Problems(found)
    return claims


def cited_cells(project: Project, claims: list[Claim]) -> Cells:
    """Every cell there is, or none where no claim cites one."""
    return all_cells(project) if cites_cells(claims) else {}


def check_run(project: Project, claims: list[Claim]) -> None:
    """Raise `Problems` with the cited pairs that have no results yet."""
    found = _lacking(
        project,
        claims,
        lambda name: not certificate_path(project, name).exists(),
        "has not been run",
        "run: python -m scripts run {}",
    )
    if found:
        raise Problems(found)


def _lacking(
    project: Project,
    claims: list[Claim],
    lacks: Callable[[str], bool],
    what: str,
    remedy: str,
) -> list[Problem]:
    """A problem for each pair that a claim cites and that lacks something."""
    cited = {e.pair: c.id for c in claims for e in c.evidence if e.pair}
    return [
        Problem(
            project.show(project.claims),
            f"claim {claim!r} names the pair {name!r}, which {what}",
            remedy.format(name),
        )
        for name, claim in cited.items()
        if lacks(name)
    ]
