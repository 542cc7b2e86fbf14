"""Code size: what counts as a token, a line, a name and a level of nesting."""

from __future__ import annotations

import json

import jsonschema
import pytest

from scripts.corpus.snippets import Cell, Snippet
from scripts.measurements.cells import Cells
from scripts.measurements.code_size import cells
from scripts.measurements.sizes import Size, api_names, own_tokens, size_of
from tests.repository import SNIPPET, Repository


def snippet(code: str, repository: Repository) -> Snippet:
    text = f"# %% A step\n{code}\n"
    return Snippet(repository.project.root / "in_x.py", text, [Cell("A", 1, code)])


@pytest.mark.parametrize(
    ("code", "size"),
    [
        ("x = 1", Size(3, 1, 0, 0)),
        ("x = 1  # a comment", Size(3, 1, 0, 0)),
        ("x = f(\n    1,\n)", Size(7, 3, 0, 0)),
        ('"""A docstring."""\nx = 1', Size(3, 1, 0, 0)),
        ("x = 1\nassert x == 1", Size(3, 1, 0, 0)),
        ("x = f'{1} and {2}'", Size(3, 1, 0, 0)),
        ("x = '''a\nb'''", Size(3, 2, 0, 0)),
        ("if x:\n    y = 1\nelif z:\n    y = 2", Size(12, 4, 0, 1)),
        ("for x in y:\n    if x:\n        z = x", Size(11, 3, 0, 2)),
        ("try:\n    x = 1\nexcept E:\n    x = 2", Size(11, 4, 0, 1)),
        ("import torch\ntorch.rand(1)\ntorch.rand(2)", Size(14, 3, 1, 0)),
    ],
)
def test_the_size_of_a_program(code: str, size: Size, repository: Repository) -> None:
    assert size_of(snippet(code, repository)) == size


def test_asserts_count_where_asked_for(repository: Repository) -> None:
    program = snippet("x = 1\nassert x == 1", repository)
    assert size_of(program, asserts=True).tokens == 7


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import torch\ntorch.nn.Linear(1)", {"torch.nn.Linear"}),
        ("from torch import nn\nnn.Linear(1).weight.data", {"torch.nn.Linear"}),
        ("import torch.nn.functional as F\nF.relu", {"torch.nn.functional.relu"}),
        ("from keras import layers as l\nl.Dense(1)", {"keras.layers.Dense"}),
        ("import numpy as np\nnp.zeros(1)", set()),
        ("from keras import Model\nm = Model()\nm.fit()", {"keras.Model"}),
    ],
)
def test_the_names_of_an_api(code: str, names: set[str]) -> None:
    assert api_names(code) == names


def test_statements_that_both_sides_have_are_not_their_own(
    repository: Repository,
) -> None:
    ours, theirs = (
        snippet(c, repository) for c in ("x = 1\ny = 2", "x  =  1\nz = 3 + 4")
    )
    assert (own_tokens(ours, theirs), own_tokens(theirs, ours)) == (3, 5)


LONGER = SNIPPET + "value = [number for number in value]\n"


@pytest.fixture
def counted(repository: Repository) -> Repository:
    """Three pairs on a page: one longer in PyTorch, one in Keras, one equal."""
    repository.pair("a/longer", pytorch=LONGER, keras=SNIPPET)
    repository.pair("a/same")
    repository.pair("b/shorter", pytorch=SNIPPET, keras=LONGER)
    page = repository.project.root / "docs" / "all.md"
    page.parent.mkdir()
    names = ("a/longer", "a/same", "b/shorter")
    page.write_text("".join(f'--8<-- "{name}.md"\n' for name in names))
    code, printed = repository.run()
    assert code == 0, printed
    return repository


def test_the_sizes_are_published(counted: Repository) -> None:
    path = counted.project.data / "code-size.json"
    content = json.loads(path.read_bytes())
    schema = json.loads(path.with_suffix(".schema.json").read_bytes())
    jsonschema.validate(content, schema)
    assert [pair["pair"] for pair in content["pairs"]] == [
        "a/longer",
        "a/same",
        "b/shorter",
    ]
    tokens = content["all"]["tokens"]
    assert (tokens["keras_fewer"], tokens["pytorch_fewer"], tokens["equal"]) == (
        1,
        1,
        1,
    )
    assert tokens["ratio"] == 1
    assert content["pairs"][0]["address"] == "all/#a-longer"


def test_every_cell_of_a_table_has_its_address(counted: Repository) -> None:
    found: Cells = cells(counted.project)
    parts = counted.project.fragments.glob("code-size-*.md")
    shown = "".join(path.read_text() for path in parts)
    assert found["code-size/a/tokens-keras-fewer"].text == "1 (50%)"
    for name in ("all/tokens-ratio", "b/tokens-ratio", "all/depth-equal"):
        cell = found[f"code-size/{name}"]
        anchor = cell.address.partition("#")[2]
        assert f'<span id="{anchor}">{cell.text}</span>' in shown


def test_the_figure_says_in_words_what_it_shows(counted: Repository) -> None:
    drawn = (counted.project.fragments / "code-size-figure.md").read_text()
    assert 'aria-label="Tokens of PyTorch divided by tokens of Keras' in drawn
    assert "<svg" in drawn
    plain = (counted.project.plain / "code-size-figure.md").read_text()
    assert "a circle for each of 3 pairs" in plain


def test_without_a_page_there_is_nothing_to_count(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    answer = repository.project.fragments / "code-size-answer.md"
    assert answer.read_text() == "No pair yet.\n"
