"""The pages about all pairs: what draws each, in the order in which they are drawn."""

from __future__ import annotations

from scripts.core.project import Project
from scripts.corpus.changelog import read_changelog, render_changelog
from scripts.corpus.find import find_pairs
from scripts.pages.overviews.article import read_article, render_article
from scripts.pages.overviews.overviews import render_overviews
from scripts.pages.overviews.published import render_data
from scripts.pages.overviews.status import render_status
from scripts.results.entries import Renderer
from scripts.results.summaries import read_summaries

OVERVIEWS: list[Renderer] = [
    lambda every: render_overviews(every.project, every.entries),
    lambda every: render_data(every.project, every.entries),
    lambda every: render_status(every.project, every.entries, every.runtimes),
    lambda every: render_changelog(every.project),
    lambda every: render_article(every.project, every.pairs),
]


def check_sources(project: Project) -> None:
    """Raise `Problem` or `Problems` where what people write is not sound."""
    read_article(project, find_pairs(project))
    read_changelog(project)
    read_summaries(project)
