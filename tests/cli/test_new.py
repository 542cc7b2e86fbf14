"""`python -m scripts new`: a working example, and nothing overwritten."""

from __future__ import annotations

import io
import tomllib
from typing import Any

import pytest

from scripts.cli.main import main
from tests.repository import Repository


@pytest.fixture
def pages(repository: Repository) -> Repository:
    docs = repository.project.root / "docs"
    (docs / "reference").mkdir(parents=True)
    (docs / "one.md").write_text('# One\n\n--8<-- "layers/linear.md"\n\nThe end.\n')
    (docs / "reference/two.md").write_text("# Two\n")
    return repository


def new(repository: Repository, *arguments: str) -> tuple[int, str]:
    code = main(["new", "--project", str(repository.project.root), *arguments])
    printed = repository.capture.readouterr()
    return code, printed.out + printed.err


def page(repository: Repository, name: str) -> str:
    return (repository.project.root / "docs" / name).read_text()


def declared(repository: Repository, name: str) -> dict[str, Any]:
    toml = repository.project.snippets / name / "pair.toml"
    return tomllib.loads(toml.read_text(encoding="utf-8"))


def test_it_lands_after_the_last_pair_of_its_topic(pages: Repository) -> None:
    code, printed = new(pages, "layers/group-norm")
    assert code == 0, printed
    lines = '--8<-- "layers/linear.md"\n\n--8<-- "layers/group-norm.md"\n\nThe end.\n'
    assert page(pages, "one.md") == f"# One\n\n{lines}"
    assert declared(pages, "layers/group-norm")["title"] == "Group norm"


def test_it_says_what_was_written_and_what_to_do_next(pages: Repository) -> None:
    _, printed = new(pages, "audio/fourier", "--page", "reference/two")
    for name in ("pair.toml", "in_pytorch.py", "in_keras.py"):
        assert f"wrote snippets/audio/fourier/{name}\n" in printed
    assert "wrote docs/reference/two.md\n" in printed
    assert "make serve" in printed
    assert "/reference/two/#audio-fourier " in printed


@pytest.mark.parametrize("name", ["reference/two", "reference/two.md"])
def test_it_lands_on_the_page_that_is_named(pages: Repository, name: str) -> None:
    assert new(pages, "audio/fourier", "--page", name)[0] == 0
    assert page(pages, "reference/two.md") == '# Two\n\n--8<-- "audio/fourier.md"\n'


def test_what_is_written_can_be_read_whatever_was_asked(pages: Repository) -> None:
    question = 'Why does "QUESTION" say \\n, and not TITLE?'
    told = ["--title", "QUESTION of Größe", "--question", question]
    assert new(pages, "layers/group-norm", *told)[0] == 0
    toml = declared(pages, "layers/group-norm")
    assert (toml["title"], toml["question"]) == ("QUESTION of Größe", question)
    folder = pages.project.snippets / "layers/group-norm"
    for side, name in (("pytorch", "PyTorch"), ("keras", "Keras")):
        text = (folder / f"in_{side}.py").read_text(encoding="utf-8")
        assert text.startswith(f'"""QUESTION of Größe in {name}."""\n')


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Layers/GroupNorm"], "is no name for a pair"),
        (["group-norm"], "is no name for a pair; name it as topic/pair"),
        (["../x/y"], "is no name for a pair"),
        (["layers/"], "is no name for a pair"),
        (["benchmarks/fast"], "benchmarks: is a folder of results"),
        (["notebooks/study"], "notebooks: is a folder of results"),
        (["audio/fourier"], "no page shows a pair of the topic 'audio' yet"),
        (["audio/fourier", "--page", "ten"], "no page; name one of one, reference/two"),
        (["layers/taken"], "snippets/layers/taken: exists already"),
        (["layers/new", "--title", 'The "new" one'], "the title: has a quotation mark"),
        (["layers/new", "--title", "x" * 61], "the title: has 61 characters"),
        (["layers/new", "--question", "Why"], "the question: is not one line that"),
        ([], "no pair is named, and no terminal to ask on; name it as topic/pair"),
        ([""], "no pair is named, and no terminal to ask on; name it as topic/pair"),
    ],
)
def test_bad_input_writes_nothing(
    pages: Repository, arguments: list[str], message: str
) -> None:
    pages.pair("layers/taken")
    before = pages.files()
    code, printed = new(pages, *arguments)
    assert (code, message in printed) == (1, True), printed
    assert printed.count("\n") == 1
    assert pages.files() == before


class Terminal(io.StringIO):
    """Standard input of somebody who types these lines."""

    def isatty(self) -> bool:
        return True


def typed(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, *lines: str
) -> tuple[int, str]:
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))
    return new(repository)


def test_on_a_terminal_it_asks(
    pages: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["audio", "fourier", "Fourier transform", "Why?", "reference/two"]
    code, printed = typed(pages, monkeypatch, *answers)
    assert code == 0, printed
    assert declared(pages, "audio/fourier")["title"] == "Fourier transform"
    assert declared(pages, "audio/fourier")["question"] == "Why?"
    assert page(pages, "reference/two.md").endswith('"audio/fourier.md"\n')


def test_what_it_proposes_is_taken_with_enter(
    pages: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, printed = typed(pages, monkeypatch, "layers", "group-norm", "", "Why?", "")
    assert code == 0, printed
    assert "Title [Group norm]" in printed
    assert "Page [one]" in printed
    assert declared(pages, "layers/group-norm")["title"] == "Group norm"


def test_a_wrong_answer_is_refused_at_once_and_asked_again(
    pages: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages.pair("layers/taken")
    wrong = ["Layers", "layers", "taken", "new one", "group-norm", "", "Why", "Why?"]
    code, printed = typed(pages, monkeypatch, *wrong, "ten", "one")
    assert code == 0, printed
    for message in (
        "Error: Layers: is no name for a topic",
        "Error: snippets/layers/taken: exists already",
        "Error: layers/new one: is no name for a pair",
        "Error: the question: is not one line",
        "Error: docs/ten.md: is no page",
    ):
        assert message in printed


def test_who_stops_answering_leaves_nothing_behind(
    pages: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pages.files()
    code, printed = typed(pages, monkeypatch, "layers", "group-norm")
    assert (code, "Aborted" in printed) == (1, True)
    assert pages.files() == before
