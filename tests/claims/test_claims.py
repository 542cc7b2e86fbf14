"""The ledger of claims: evidence that decides, one clear message for what is wrong."""

from __future__ import annotations

import json
import textwrap
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository import Repository

SNIPPET = """
# %% The only step
value = [1.0, 2.0]
assert sum(value) == 3
print("hello", value[0])
"""
SOURCE = {"source": "https://example.org/a", "title": "A page", "date": "2026-11"}
RATIO = {"cell": "code-size/all/tokens-ratio"}
CLAIM: dict[str, Any] = {
    "id": "a-claim",
    "section": "background",
    "claim": "One is `two`.",
    "verdict": "wrong",
    "correction": "One is *one*.",
    "checked": "2026-11-23",
    "evidence": [{"pair": "topic/pair", "asserts": "sum(value)   == 3"}],
}
OPINION = CLAIM | {
    "id": "an-opinion",
    "verdict": "opinion",
    "nearest": "How long it is.",
    "evidence": [SOURCE],
}
GUIDE: dict[str, Any] = {
    "id": "first",
    "question": "What is one?",
    "answers": [
        {
            "when": "one",
            "then": "Take one.",
            "claims": {"a-claim": ["wrong", "partly"]},
            "pairs": ["topic/pair"],
        }
    ],
}


@pytest.fixture
def ledger(repository: Repository) -> Repository:
    """A pair on a page, so that claims can cite it."""
    repository.pair(pytorch=SNIPPET)
    write(repository, "index.md", '--8<-- "topic/pair.md"\n')
    return repository


def write(repository: Repository, name: str, content: object) -> None:
    path = repository.project.root / "docs" / name
    path.parent.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else yaml.safe_dump(content)
    path.write_text(text)


def fragment(repository: Repository, name: str) -> str:
    return (repository.project.fragments / f"{name}.md").read_text()


def test_a_claim_stands_in_its_section_and_in_the_ledger(ledger: Repository) -> None:
    write(ledger, "claims.yaml", [CLAIM, OPINION])
    assert ledger.run()[0] == 0
    section, table = fragment(ledger, "claims-background"), fragment(ledger, "ledger")
    for text in (section, table):
        assert 'id="claim-a-claim"' in text
        assert '<span class="verdict verdict-wrong">wrong</span>' in text
        assert "One is `two`." in text
        assert r"One is \*one\*." in text
        assert "Run: [A pair](/index.md#topic-pair)" in text
        assert "[A page](https://example.org/a), 2026-11" in text
    assert "1 of the 1 claims that can be checked (100%)" in table
    assert "claim-" not in fragment(ledger, "claims-summary")


def test_the_ledger_is_published_as_data(ledger: Repository) -> None:
    write(ledger, "claims.yaml", [CLAIM, CLAIM | {"id": "b", "evidence": [SOURCE]}])
    assert ledger.run()[0] == 0
    data = json.loads((ledger.project.data / "claims.json").read_bytes())
    schema = json.loads((ledger.project.data / "claims.schema.json").read_bytes())
    assert (data["checkable"], data["decided"], data["share"]) == (2, 1, 0.5)
    assert data["counts"]["wrong"] == 2
    assert data["claims"][0]["address"] == "ledger/#claim-a-claim"
    assert data["claims"][0]["claim"]["evidence"][0]["pair"] == "topic/pair"
    assert schema["$defs"]["Ledger"]["required"] == list(data)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"verdict": "true"}, "claim 'a-claim' Invalid enum value 'true'"),
        ({"section": "nowhere"}, "claim 'a-claim' is in no section: 'nowhere'"),
        ({"id": "A b"}, "claim 'A b' has an id that is not in lower case"),
        ({"claim": " "}, "claim 'a-claim' has an empty claim"),
        ({"checked": "today"}, "claim 'a-claim' has no day in checked"),
        ({"colour": "red"}, "claim 'a-claim' Object contains unknown field `colour`"),
        ({"evidence": []}, "claim 'a-claim' has no evidence"),
        ({"evidence": [SOURCE | {"role": "supports"}]}, "has only evidence that supp"),
        ({"evidence": [SOURCE | {"role": "proves"}]}, "Invalid enum value 'proves'"),
        ({"verdict": "opinion"}, "claim 'a-claim' needs nearest"),
        ({"evidence": [{"pair": "topic/pair"}]}, "without one of asserts, compares"),
        ({"evidence": [SOURCE | {"source": "a"}]}, "without an address: 'a'"),
        ({"evidence": [SOURCE | {"date": ""}]}, "without a title and a date"),
        ({"evidence": [{"title": "A page"}]}, "not one pair, one cell or one source"),
        ({"evidence": [SOURCE | {"stands": "> 1"}]}, "stands without a cell: > 1"),
        (
            {"evidence": [{"cell": "code-size/all/none"}]},
            "cites the cell 'code-size/all/none', which no table has",
        ),
        (
            {"evidence": [RATIO | {"stands": "> 1"}]},
            "stands while code-size/all/tokens-ratio is > 1, but it is 1.00 (1.0)",
        ),
        (
            {"evidence": [RATIO | {"stands": "1.01"}]},
            "stands while code-size/all/tokens-ratio is 1.01, but it is 1.00 (1.0)",
        ),
        (
            {"evidence": [{"cell": "code-size/all/tokens-quartiles", "stands": "> 1"}]},
            "compares code-size/all/tokens-quartiles with a number, but it is",
        ),
        (
            {"evidence": [{"pair": "topic/none", "compares": "value"}]},
            "names the pair 'topic/none', which does not exist",
        ),
        (
            {"evidence": [{"pair": "topic/pair", "asserts": "value == 4"}]},
            "cites an assert that topic/pair does not make: value == 4",
        ),
        (
            {"evidence": [{"pair": "topic/pair", "compares": "other"}]},
            "cites a value that topic/pair does not compare: other",
        ),
        (
            {"evidence": [{"pair": "topic/pair", "raises": "keras"}]},
            "cites an error that topic/pair does not declare in keras",
        ),
    ],
)
def test_a_claim_that_is_not_sound(
    ledger: Repository, change: dict[str, Any], expected: str
) -> None:
    write(ledger, "claims.yaml", [CLAIM | change])
    refused(ledger, "docs/claims.yaml", expected)


@pytest.mark.parametrize("stands", ["", "1.00", ">= 1", "<= 1", "> 0.5", "< 2"])
def test_a_claim_that_a_cell_bears_out(ledger: Repository, stands: str) -> None:
    write(ledger, "claims.yaml", [CLAIM | {"evidence": [RATIO | {"stands": stands}]}])
    assert ledger.run()[0] == 0
    address = "/measured/code-size.md#cell-code-size-all-tokens-ratio"
    told = f"Measured: code size, all, tokens ratio: [1.00]({address})"
    assert told in fragment(ledger, "ledger")
    assert told in fragment(ledger, "claims-background")


def test_a_run_that_only_supports_a_claim_does_not_decide_it(
    ledger: Repository,
) -> None:
    beside = CLAIM["evidence"][0] | {"role": "supports"}
    write(ledger, "claims.yaml", [CLAIM | {"evidence": [beside, SOURCE]}])
    assert ledger.run()[0] == 0
    table = fragment(ledger, "ledger")
    assert "Run beside it: [A pair](/index.md#topic-pair)" in table
    assert "0 of the 1 claims that can be checked (0%)" in table


def test_two_claims_of_one_name(ledger: Repository) -> None:
    write(ledger, "claims.yaml", [CLAIM, deepcopy(CLAIM)])
    refused(ledger, "docs/claims.yaml:10", "claim 'a-claim' is there twice")


@pytest.mark.parametrize("text", ["- [", "claims", "- one\n- two\n"])
def test_claims_that_cannot_be_read(ledger: Repository, text: str) -> None:
    write(ledger, "claims.yaml", text)
    refused(ledger, "docs/claims.yaml", "")


def test_a_claim_on_a_pair_that_no_page_shows(ledger: Repository) -> None:
    write(ledger, "claims.yaml", [CLAIM])
    write(ledger, "index.md", "Nothing here.\n")
    refused(ledger, "docs/claims.yaml", "which no page shows; include it on a page")


def test_a_claim_on_a_pair_that_was_not_run(ledger: Repository) -> None:
    ledger.pair("topic/other")
    write(ledger, "claims.yaml", [CLAIM])
    code, printed = ledger.run("topic/other")
    assert code == 1
    assert "claim 'a-claim' names the pair 'topic/pair', which has not been" in printed
    assert "run: python -m scripts run topic/pair" in printed


def test_a_changed_verdict_changes_the_guide(ledger: Repository) -> None:
    write(ledger, "guide.yaml", [GUIDE])
    write(ledger, "claims.yaml", [CLAIM])
    assert ledger.run()[0] == 0
    assert "| Take one. |" in fragment(ledger, "guide")
    assert "verdict-wrong" in fragment(ledger, "guide")
    write(ledger, "claims.yaml", [CLAIM | {"verdict": "partly"}])
    assert ledger.run()[0] == 0
    assert "verdict-partly" in fragment(ledger, "guide")
    write(ledger, "claims.yaml", [CLAIM | {"verdict": "holds"}])
    assert ledger.run()[0] == 0
    assert "Take one" not in fragment(ledger, "guide")
    assert "Withdrawn: a-claim is now “holds”." in fragment(ledger, "guide")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"claims": {"b": ["wrong"]}}, "names the claim 'b', which does not exist"),
        ({"pairs": ["a/b"]}, "names the pair 'a/b', which does not exist"),
        ({"next": "last"}, "leads to the question 'last', which does not exist"),
        ({"pairs": []}, "has an answer without claims or without pairs: 'one'"),
        ({"claims": {"a-claim": ["true"]}}, "Invalid enum value 'true'"),
    ],
)
def test_a_guide_that_is_not_sound(
    ledger: Repository, change: dict[str, Any], expected: str
) -> None:
    answer = GUIDE["answers"][0] | change
    write(ledger, "claims.yaml", [CLAIM])
    write(ledger, "guide.yaml", [GUIDE | {"answers": [answer]}])
    refused(ledger, "docs/guide.yaml", expected)


def refused(repository: Repository, where: str, expected: str) -> None:
    """Exit code 1, one line that names the file, and no file touched."""
    before = repository.files()
    code, printed = repository.run()
    assert code == 1
    assert len(printed.splitlines()) == 1, printed
    assert printed.startswith(where), printed
    assert expected in printed
    assert repository.files() == before
    assert repository.run("--check")[0] == 1


STUDY = """
# %% [markdown]
# # A study

# %%
print("one")

# %% [markdown]
# Some prose.

# %%
assert 1 + 1 == 2
print("two")
"""


def study(repository: Repository, text: str, name: str = "a-study") -> Path:
    path = repository.project.notebooks / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(textwrap.dedent(text).lstrip())
    return path


def test_a_case_study_is_run_and_drawn(repository: Repository) -> None:
    path = study(repository, STUDY)
    code, printed = repository.run()
    assert code == 0, printed
    assert "1 of 1 runs made" in printed
    outputs = repository.record("notebooks/a-study", "keras-torch").outputs
    assert [output.stdout for output in outputs] == [["one"], ["two"]]
    notebook = json.loads(path.with_suffix(".ipynb").read_bytes())
    kinds = [cell["cell_type"] for cell in notebook["cells"]]
    assert kinds == ["markdown", "code", "markdown", "code"]
    assert notebook["cells"][3]["outputs"][0]["text"] == ["two\n"]
    assert "0 of 1 runs made, 0 files written" in repository.run()[1]
    path.unlink()
    assert repository.run()[0] == 0
    assert [*repository.project.root.rglob("*.ipynb")] == []
    assert [*repository.project.results.rglob("*.json")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STUDY.replace("1 + 1", "1 + 2"), "a-study.py:11: error on keras-torch"),
        ("print(1)\n", "a-study.py:1: does not begin with a cell of prose"),
        ("# %% [markdown]\n# Prose.\n", "a-study.py:1: has no code"),
        (STUDY + "#" * 80, "a-study.py:13: has 80 columns"),
    ],
)
def test_a_case_study_that_is_not_sound(
    repository: Repository, text: str, expected: str
) -> None:
    study(repository, text)
    before = repository.files()
    code, printed = repository.run()
    assert code == 1
    assert expected in printed
    assert repository.files() == before


def test_a_case_study_by_name(repository: Repository) -> None:
    study(repository, STUDY)
    study(repository, STUDY, "another")
    assert "1 of 1 runs made" in repository.run("notebooks/another")[1]
    code, printed = repository.run("notebooks/none")
    assert (code, "notebooks/none: is no case study" in printed) == (1, True)
