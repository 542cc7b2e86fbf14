"""The pages about all pairs: what draws each, in the order in which they are drawn."""

from __future__ import annotations

from scripts.corpus.changelog import render_changelog
from scripts.pages.overviews.article import render_article
from scripts.pages.overviews.overviews import render_overviews
from scripts.pages.overviews.published import render_data
from scripts.pages.overviews.status import render_status
from scripts.results.entries import Renderer

OVERVIEWS: list[Renderer] = [
    lambda every: render_overviews(every.project, every.entries),
    lambda every: render_data(every.project, every.entries),
    lambda every: render_status(every.project, every.entries, every.runtimes),
    lambda every: render_changelog(every.project),
    lambda every: render_article(every.project, every.pairs),
]
