"""All files of a pair, by path."""

from __future__ import annotations

from pathlib import Path

from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.pages.measured.version_history import history, linked
from scripts.pages.pairs.downloads import render_downloads
from scripts.pages.pairs.markdown import plain_pair
from scripts.pages.pairs.page import fragment
from scripts.pages.paths import fragment_path, plain_path
from scripts.results.certify import Certificate
from scripts.results.records import Record


def render_pair(
    project: Project, pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[Path, bytes]:
    """What the site shows and offers of a pair. Pure: nothing is run or written."""
    downloads = render_downloads(project, pair, records, certificate)
    since = history(project, pair)
    shown = f"{since} {linked(pair)}" if since else ""
    names = [path.name for path in downloads]
    page = fragment(pair, records, certificate, shown, names)
    plain = plain_pair(pair, records, certificate)
    plain += f"\n{since}\n" if since else ""
    return {
        fragment_path(project, pair.name): page.encode(),
        plain_path(project, pair.name): plain.encode(),
        **downloads,
    }
