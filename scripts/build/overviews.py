"""The pages about all pairs: written after the pairs, from what is committed then."""

from __future__ import annotations

from scripts.build.plan import Plan
from scripts.build.targets import overviews_target
from scripts.core.project import Project
from scripts.core.staging import Staging
from scripts.pages.measured.table import MEASURED
from scripts.pages.overviews.table import OVERVIEWS, check_sources
from scripts.results.entries import read_everything

__all__ = ["are_stale", "check_sources", "write_overviews"]


def write_overviews(project: Project, plan: Plan) -> None:
    """Write those that change, also where only some pairs were looked at."""
    everything = read_everything(project, plan.runtimes)
    with Staging(project) as staging:
        for render in (*OVERVIEWS, *MEASURED):
            staging.add(render(everything))
        staging.write()
    plan.state.note(overviews_target(project, plan.state))
    plan.state.save()


def are_stale(project: Project, plan: Plan) -> bool:
    """Whether they have to be written, once all pairs are up to date."""
    return not plan.state.is_up_to_date(overviews_target(project, plan.state))
