"""The pages about what was measured: what draws each of them."""

from __future__ import annotations

from pathlib import Path

from scripts.measurements.anatomy import render_anatomy
from scripts.measurements.code_size import measure_pairs
from scripts.measurements.community import read_community
from scripts.pages.measured.code_size_page import render_code_size
from scripts.pages.measured.community_page import render_community
from scripts.pages.measured.debugging_data import debugging_data
from scripts.pages.measured.debugging_page import render_debugging
from scripts.pages.measured.speed_page import render_speed
from scripts.pages.measured.versions_page import render_versions
from scripts.results.entries import Everything, Renderer


def _code_size(every: Everything) -> dict[Path, bytes]:
    return render_code_size(every.project, measure_pairs(every.project, every.pairs))


MEASURED: list[Renderer] = [
    _code_size,
    lambda every: render_community(every.project, read_community(every.project)),
    lambda every: render_debugging(every.project) | debugging_data(every.project),
    lambda every: render_anatomy(every.project),
    lambda every: render_speed(every.project),
    lambda every: render_versions(every.project, every.entries),
]
