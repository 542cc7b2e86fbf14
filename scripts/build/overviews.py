"""The pages about all pairs: written after the pairs, from what is committed then."""

from __future__ import annotations

from scripts.build.plan import Plan
from scripts.build.targets import overviews_target
from scripts.claims.article import read_article
from scripts.core.project import Project
from scripts.core.staging import Staging
from scripts.corpus.changelog import read_changelog, render_changelog
from scripts.corpus.find import find_pairs
from scripts.pages.overviews.glossary import render_glossary
from scripts.pages.overviews.overview import render_overviews
from scripts.results.summaries import read_summaries


def check_sources(project: Project) -> None:
    """Raise `Problem` or `Problems` where what people write is not sound."""
    read_article(project, find_pairs(project))
    read_changelog(project)
    read_summaries(project)


def write_overviews(project: Project, plan: Plan) -> None:
    """Write those that change, also where only some pairs were looked at."""
    pairs = find_pairs(project)
    with Staging(project) as staging:
        staging.add(render_overviews(project, pairs, plan.runtimes))
        staging.add(render_changelog(project) | render_glossary(project))
        staging.write()
    plan.state.note(overviews_target(project, plan.state))
    plan.state.save()


def are_stale(project: Project, plan: Plan) -> bool:
    """Whether they have to be written, once all pairs are up to date."""
    return not plan.state.is_up_to_date(overviews_target(project, plan.state))
