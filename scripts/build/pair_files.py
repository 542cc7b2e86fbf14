"""The files of a pair, case study or mistake: what is committed, and what is drawn."""

from __future__ import annotations

from pathlib import Path

from scripts.core.problems import Problems
from scripts.core.project import Project
from scripts.corpus.pairs import Pair
from scripts.pages.pairs.files import render_pair
from scripts.results.committed import (
    Committed,
    Records,
    certify_fresh,
    merge_fresh,
)
from scripts.results.declared_warnings import undeclared_warnings
from scripts.results.mistake_outcomes import check_caught

Files = dict[Path, bytes]


def fresh_files(
    project: Project, pair: Pair, fresh: Records, order: list[str]
) -> tuple[Files, dict[Path, str]]:
    """All files that follow from fresh records; why those that are committed change.

    Raises `Problem` or `Problems` where the records are not as it is declared.
    """
    if pair.is_pair:
        committed = certify_fresh(project, pair, fresh, order)
    else:
        _check(project, pair, fresh)
        committed = merge_fresh(project, pair, fresh)
    return committed.files | drawn_files(project, pair, committed), committed.reasons


def _check(project: Project, pair: Pair, fresh: Records) -> None:
    check_caught(project, pair, fresh)
    warned = undeclared_warnings(project, pair, fresh) if pair.is_notebook else []
    if warned:
        raise Problems(warned)


def drawn_files(project: Project, pair: Pair, committed: Committed) -> Files:
    """What pages include of it. A mistake is drawn with the overviews."""
    records, certificate = committed.records, committed.certificate
    if pair.is_notebook:
        # Takes a second to import.
        from scripts.pages.case_study import render_notebook

        return render_notebook(pair, records)
    if certificate is None:
        return {}
    return render_pair(project, pair, records, certificate)
