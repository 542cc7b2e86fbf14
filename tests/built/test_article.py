"""The claims of the article, the guide and the case studies on the built site."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePath

import jsonschema
import pytest

from scripts.claims.claims import Claim, read_claims
from scripts.core.project import HERE, Project
from scripts.corpus.sections import SECTIONS

CLAIMS = read_claims(Project(HERE).claims, "docs/claims.yaml")
STUDIES = sorted(path.stem for path in Project(HERE).notebooks.glob("*.py"))
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_is_in_the_ledger_and_on_the_page_of_its_section(
    site: Path, claim: Claim
) -> None:
    page = PurePath(SECTIONS[claim.section]).stem
    for name in ("ledger", "" if page == "index" else page):
        text = (site / name / "index.html").read_text(encoding="utf-8")
        assert text.count(f'id="claim-{claim.id}"') == 1


def test_most_claims_are_decided_by_a_run() -> None:
    """At least 55; what a run cannot decide has a source or is an opinion."""
    checkable = [claim for claim in CLAIMS if claim.verdict != "opinion"]
    assert sum(claim.decided_by_run for claim in checkable) >= 55
    assert {claim.section for claim in CLAIMS} == SECTIONS.keys()


def test_the_ledger_is_served_as_data(site: Path) -> None:
    data = json.loads((site / "data" / "claims.json").read_bytes())
    schema = json.loads((site / "data" / "claims.schema.json").read_bytes())
    jsonschema.validate(data, schema)
    assert [entry["claim"]["id"] for entry in data["claims"]] == [c.id for c in CLAIMS]


def test_the_guide_cites_claims_and_nothing_in_it_is_withdrawn(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert len(set(re.findall(r'id="guide-([a-z-]+)"', text))) in {6, 7}
    assert len(re.findall(r'href="ledger/#claim-', text)) >= 12
    assert "Withdrawn" not in text


@pytest.mark.parametrize("study", STUDIES)
def test_a_case_study_is_light_and_can_be_taken_away(site: Path, study: str) -> None:
    """Under 150 kB of HTML without its figures; each figure has words."""
    folder = site / "notebooks"
    text = (folder / study / "index.html").read_text(encoding="utf-8")
    figures = re.findall(r"<figure.*?</figure>", text, flags=re.DOTALL)
    assert len(text.encode()) - sum(len(f.encode()) for f in figures) < 150_000
    assert figures
    assert all(re.search(r'aria-label="[^"]{20,}"', figure) for figure in figures)
    program = HERE / "docs" / "notebooks" / f"{study}.py"
    assert (folder / f"{study}.py").read_bytes() == program.read_bytes()
    notebook = json.loads((folder / study / f"{study}.ipynb").read_bytes())
    assert any(cell.get("outputs") for cell in notebook["cells"])
