"""What is published for programs: data with schemas, plain Markdown, the status."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from tests.repository import RUNTIMES, TOML, Repository

SNIPPET = '''
# %% The first step
value = [1.0, 2.0]
print("hello", value[0])

# %% The second step
import warnings

warnings.warn("a | b", stacklevel=1)
fence = """
```
"""
'''
NAIVE = SNIPPET + "naive = [3.0]\n"
OTHER = SNIPPET.replace('"hello"', '"hi"') + "naive = [3.5]\n"
DEFAULTS = """
naive = "differs"

[parameters]
skipkeys = "skipkeys"
indent = "sort_keys"

[conventions]
skipkeys = "One | the other."
"""
WARNS = """
[warns]
pytorch = ["UserWarning: a | b"]
keras = ["UserWarning: a | b"]
"""
JAX = """
[keras-jax]
side = "keras"
backend = "jax"
"""


@pytest.fixture
def published(repository: Repository) -> Repository:
    """A pair on a page that warns, differs and compares defaults; and one on none."""
    names = TOML.replace("torch.thing", "json.dumps").replace(
        "keras.Thing", "json.dump"
    )
    toml = names.replace("identical", "settable") + DEFAULTS + WARNS
    repository.pair(pytorch=NAIVE, keras=OTHER, toml=toml)
    repository.pair("topic/unseen")
    page(repository, '--8<-- "topic/pair.md"\n')
    code, printed = repository.run()
    assert code == 0, printed
    return repository


def page(repository: Repository, text: str) -> None:
    path = repository.project.root / "docs" / "reference" / "a.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def data(repository: Repository, name: str) -> Any:
    """A data file, which has to keep to its schema."""
    content = json.loads((repository.project.data / f"{name}.json").read_bytes())
    schema = json.loads((repository.project.data / f"{name}.schema.json").read_bytes())
    jsonschema.validate(content, schema)
    assert content["schema"] == 1
    return content


def plain(repository: Repository, name: str = "topic/pair") -> str:
    return (repository.project.plain / f"{name}.md").read_text()


def test_a_pair_on_a_page_is_published_with_its_address(published: Repository) -> None:
    (pair,) = data(published, "pairs")["pairs"]
    assert pair["name"] == "topic/pair"
    assert pair["address"] == "reference/a/#topic-pair"
    assert pair["page"] + "#" + pair["anchor"] == pair["address"]
    assert pair["grade"] == "settable"
    assert pair["runtimes"] == ["pytorch", "keras-torch"]
    assert pair["versions"].keys() == {"pytorch", "keras-torch"}
    assert pair["warnings"] == 2
    for side, address in pair["downloads"].items():
        copy = published.project.root / "docs" / address
        source = published.project.snippets / "topic" / "pair" / f"in_{side}.py"
        assert copy.read_text() == source.read_text()


def test_every_comparison_is_published(published: Repository) -> None:
    (certificate,) = data(published, "certificates")["certificates"]
    seen = published.certificate().comparisons["keras-torch"]
    told = certificate["comparisons"]["keras-torch"]
    assert [c["name"] for c in told] == [c.name for c in seen] == ["value", "naive"]
    assert [c["largest"] for c in told] == [0.0, 0.5]
    assert [c["equal"] for c in told] == [True, False]


def test_equal_defaults_are_published_too(published: Repository) -> None:
    content = data(published, "defaults")
    told = [(d["pytorch_default"], d["keras_default"]) for d in content["defaults"]]
    assert told == [("False", "False"), ("None", "False")]
    assert [d["equal"] for d in content["defaults"]] == [False, False]
    assert content["defaults"][0]["convention"] == "One | the other."
    assert (content["compared"], content["differing"]) == (2, 2)


def test_without_pairs_the_data_is_empty_and_valid(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    assert data(repository, "pairs")["pairs"] == []
    assert data(repository, "certificates")["certificates"] == []
    assert data(repository, "defaults")["defaults"] == []


def test_a_lost_data_file_is_written_again(published: Repository) -> None:
    path = published.project.data / "pairs.json"
    before = path.read_bytes()
    path.unlink()
    assert published.run()[0] == 0
    assert path.read_bytes() == before


def test_a_pair_is_plain_markdown(published: Repository) -> None:
    """Fences hold whole programs, also one with a fence in it; tables hold pipes."""
    text = plain(published)
    assert text.startswith("### A pair\n")
    assert "Question: Are they equal?" in text
    assert f"````python\n{NAIVE.strip()}\n````" in text
    assert "```text\nhello 1.0\nUserWarning: a | b\n```" in text
    assert "| `value` | 2 | 0 equal | 0 |" in text
    assert "| `naive` | 1 | 0.5 differs |" in text
    assert "differs: One \\| the other. |" in text
    assert "<" not in text


def test_backends_that_gave_different_text_are_told_apart(
    repository: Repository,
) -> None:
    (repository.project.root / "snippets" / "runtimes.toml").write_text(RUNTIMES + JAX)
    keras = 'import os\nprint(os.environ.get("KERAS_BACKEND", "none"))\n'
    repository.pair(
        pytorch="# %% The step\nvalue = [1.0]\n",
        keras=f"# %% The step\nvalue = [1.0]\n{keras}",
    )
    assert repository.run()[0] == 0
    text = plain(repository)
    assert "Output on torch:\n\n```text\ntorch\n```" in text
    assert "Output on jax:\n\n```text\nnone\n```" in text


def test_plain_markdown_of_a_pair_that_is_gone_is_removed(
    published: Repository,
) -> None:
    for path in (published.project.snippets / "topic" / "unseen").iterdir():
        path.unlink()
    (published.project.snippets / "topic" / "unseen").rmdir()
    assert published.run()[0] == 0
    assert not (published.project.plain / "topic" / "unseen.md").exists()


def test_the_status_says_what_was_not_run_and_why(repository: Repository) -> None:
    (repository.project.root / "snippets" / "runtimes.toml").write_text(
        RUNTIMES.replace("after =", 'backend = "torch"\nafter =') + JAX
    )
    reason = 'runtimes = ["torch"]\nreason = "It has no `twin`."\n'
    repository.pair(toml=reason + TOML)
    page(repository, '--8<-- "topic/pair.md"\n')
    assert repository.run()[0] == 0
    text = (repository.project.fragments / "status.md").read_text()
    assert "| Runs | 2, which gave 0 warnings |" in text
    assert "1 came out equal, 0 differ; 0 are not as declared" in text
    assert "| Keras on jax | 0 |  | 1 |" in text
    assert "[A pair](/reference/a.md#topic-pair) | jax | It has no `twin`. |" in text


def test_the_status_is_the_same_on_another_day(published: Repository) -> None:
    path = published.project.fragments / "status.md"
    before = path.read_bytes()
    assert b"Every pair ran on every backend." in before
    assert published.run("--force")[0] == 0
    assert path.read_bytes() == before
