"""`python -m scripts new`: a working example, and nothing overwritten."""

from __future__ import annotations

import pytest

from scripts.cli import main
from tests.repository import Repository


@pytest.fixture
def pages(repository: Repository) -> Repository:
    docs = repository.project.root / "docs"
    docs.mkdir()
    (docs / "one.md").write_text('# One\n\n--8<-- "layers/linear.md"\n')
    (docs / "two.md").write_text("# Two\n")
    return repository


def new(repository: Repository, *arguments: str) -> tuple[int, str]:
    code = main(["new", *arguments, "--project", str(repository.project.root)])
    printed = repository.capture.readouterr()
    return code, printed.out + printed.err


def test_it_lands_on_the_page_of_its_topic(pages: Repository) -> None:
    code, printed = new(pages, "layers/group-norm")
    assert code == 0
    assert "make serve" in printed
    text = (pages.project.root / "docs/one.md").read_text()
    assert text.endswith('"layers/linear.md"\n\n--8<-- "layers/group-norm.md"\n')
    toml = (pages.project.snippets / "layers/group-norm/pair.toml").read_text()
    assert 'title = "Group norm"' in toml


def test_it_lands_on_the_page_that_is_named(pages: Repository) -> None:
    assert new(pages, "audio/fourier", "--page", "two")[0] == 0
    text = (pages.project.root / "docs/two.md").read_text()
    assert text == '# Two\n\n--8<-- "audio/fourier.md"\n'


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Layers/GroupNorm"], "is no name for a pair"),
        (["group-norm"], "is no name for a pair; name it as topic/pair"),
        ([""], "(no name): is no name for a pair"),
        (["../x/y"], "is no name for a pair"),
        (["audio/fourier"], "no page shows a pair of the topic 'audio' yet"),
        (["audio/fourier", "--page", "ten"], "docs/ten.md: is no page; name one of"),
        (["layers/taken"], "snippets/layers/taken: exists already"),
    ],
)
def test_bad_input_writes_nothing(
    pages: Repository, arguments: list[str], message: str
) -> None:
    pages.pair("layers/taken")
    before = pages.files()
    code, printed = new(pages, *arguments)
    assert (code, message in printed) == (1, True), printed
    assert pages.files() == before
