"""Bad input: one clear message with file, line and remedy, and no file touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repository import SNIPPET, TOML, Repository

PYTORCH = "snippets/topic/pair/in_pytorch.py"
KERAS = "snippets/topic/pair/in_keras.py"
PAIR = "snippets/topic/pair/pair.toml"


def broken(repository: Repository, *arguments: str, expected: tuple[str, ...]) -> None:
    """Run; expect exit code 1, each text once, and every file as it was."""
    before = repository.files()
    code, printed = repository.run(*arguments)
    assert code == 1
    for text in expected:
        assert printed.count(text) == 1, printed
    assert repository.files() == before


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("title = ", (f"{PAIR}:1: cannot be read", "correct the line")),
        (TOML + "[compare]\n", (f"{PAIR}:11: cannot be read",)),
        (
            "title = 'only'",
            (f"{PAIR}:1: missing the key `question`", ".github/guides/pair.md"),
        ),
        (
            TOML.replace("[compare]", "colour = 1\n[compare]"),
            (f"{PAIR}:9: unknown key `colour`",),
        ),
        (
            TOML.replace('"identical"', '"perfect"'),
            (f"{PAIR}:7: Invalid enum value 'perfect'",),
        ),
        (TOML.replace('"equal"', '"near"'), (f"{PAIR}:10:", "'near'")),
        (TOML.replace('"equal"', "{ rtol = 'a' }"), (f"{PAIR}:10: Expected `float`",)),
        (TOML.replace("value =", '"a b" ='), ("'a b' is not a Python name",)),
        (TOML.replace('"A pair"', '" "'), ("title is empty",)),
        (
            TOML + '[raises]\nkeras = "ValueError: a"\n',
            ("compare and raises do not go together",),
        ),
        ("files = ['../x']\n" + TOML, ("files: '../x' is no file in this folder",)),
    ],
)
def test_pair_toml(
    repository: Repository, toml: str, expected: tuple[str, ...]
) -> None:
    repository.pair(toml=toml)
    broken(repository, expected=expected)


@pytest.mark.parametrize(
    ("pytorch", "keras", "expected"),
    [
        ("value = 1\n", SNIPPET, (f"{PYTORCH}:1: has no cell", "# %% Title")),
        ("# %%\nvalue = 1\n", SNIPPET, (f"{PYTORCH}:1: a cell has no title",)),
        ("# %% A\n\n# %% B\nx = 1\n", SNIPPET, (f"{PYTORCH}:1: cell 'A' is empty",)),
        (
            "# %% A\nx = 1\n# %% A\nx = 1\n",
            SNIPPET,
            (f"{PYTORCH}:3: a second cell is called 'A'", "rename one"),
        ),
        (
            SNIPPET,
            SNIPPET.replace("The second", "Another"),
            (
                f"{KERAS}:5: cell 2 is 'Another step' but in_pytorch.py has",
                "same titles",
            ),
        ),
        (
            SNIPPET,
            SNIPPET + "\n# %% More\nx = 1\n",
            (f"{KERAS}:8: cell 3 is 'More' but in_pytorch.py has '(no cell)'",),
        ),
        (
            "x = 1\n# %% A\nx = 1\n",
            SNIPPET,
            (f"{PYTORCH}:1: code before the first cell",),
        ),
        (
            SNIPPET + "#" * 69,
            SNIPPET,
            (f"{PYTORCH}:7: has 69 columns", "break the line"),
        ),
    ],
)
def test_a_snippet_that_the_page_could_not_show(
    repository: Repository, pytorch: str, keras: str, expected: tuple[str, ...]
) -> None:
    repository.pair(pytorch=pytorch, keras=keras)
    broken(repository, expected=expected)


@pytest.mark.parametrize(
    ("keras", "expected"),
    [
        ("value = [1.0]\nraise ValueError('no')", (":3: error on", "ValueError: no")),
        ("value = [1.0\n", (":2: error on", "SyntaxError: '[' was never closed")),
        ("import sys\nsys.exit(3)", (":3: exit on", "exits with 3")),
        ("import os\nos._exit(0)", ("exit on", "left with exit code 0 before its end")),
        ("print(1)", ("does not define 'value', which is compared",)),
        ("value = [1.0, 2.0, 3.0]", ("shape [2] in PyTorch and [3] in Keras",)),
        ("value = [1.0, float('nan')]", ("'value' contains NaN", "first at [1]")),
        ("value = [1.0, float('inf')]", ("'value' contains NaN or an infinity",)),
        ("value = 'text'", ("'value' is str, not numbers",)),
        ("value = list(range(1001))", ("'value' has 1001 numbers; compare at most",)),
        (
            "value = [1.0, 2.1]",
            (f"{PAIR}: topic/pair: value differs by 0.1 (relative 0.048) at [1]",),
        ),
    ],
)
def test_a_snippet_that_goes_wrong(
    repository: Repository, keras: str, expected: tuple[str, ...]
) -> None:
    cell = "# %% Only\n"
    repository.pair(pytorch=cell + "value = [1.0, 2.0]", keras=cell + keras)
    where = () if PAIR in expected[0] or "shape" in expected[0] else (KERAS,)
    remedy = "mend it and run:" if where else "the snippets"
    broken(repository, expected=(*expected, *where, remedy))


@pytest.mark.parametrize("side", ["in_pytorch.py", "in_keras.py", "pair.toml"])
def test_a_missing_file(repository: Repository, side: str) -> None:
    (repository.pair() / side).unlink()
    broken(repository, expected=(f"snippets/topic/pair/{side}: is missing", "add it"))


@pytest.mark.parametrize("name", ["Topic/pair", "topic/Pair_1"])
def test_a_name_that_is_no_address(repository: Repository, name: str) -> None:
    repository.pair(name)
    broken(repository, expected=("is not in lower case with hyphens", "rename"))


def test_text_that_is_not_utf8(repository: Repository) -> None:
    folder = repository.pair()
    (folder / "in_keras.py").write_bytes(b"# %% \xff\nx = 1\n")
    broken(repository, expected=(f"{KERAS}: is not UTF-8 text",))


def test_a_pair_that_is_not_there(repository: Repository) -> None:
    repository.pair()
    broken(repository, "topic/gone", expected=("topic/gone: is neither a pair",))


def test_a_pair_that_goes_wrong_leaves_what_is_committed(
    repository: Repository,
) -> None:
    folder = repository.pair()
    repository.pair("topic/sound")
    repository.run()
    path = folder / "in_keras.py"
    path.write_text(path.read_text().replace("2.0", "3.0"))
    (repository.project.snippets / "topic/sound/in_keras.py").write_text(
        SNIPPET.lstrip().replace("done", "changed")
    )
    broken(repository, expected=("topic/pair: value differs by 1",))


def test_every_problem_is_reported_at_once(repository: Repository) -> None:
    repository.pair("topic/one", toml="x = 1")
    (repository.pair("topic/two") / "in_keras.py").unlink()
    broken(repository, expected=("topic/one/pair.toml:1", "topic/two/in_keras.py"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[pytorch", "snippets/runtimes.toml: "),
        ("[a]\nside = 'keras'\nafter = 'b'", "names no runtime above it"),
        ("[a]\nside = 'jax'", "Invalid enum value 'jax'"),
    ],
)
def test_runtimes_toml(repository: Repository, text: str, expected: str) -> None:
    repository.pair()
    (repository.project.root / "snippets" / "runtimes.toml").write_text(text)
    broken(repository, expected=(expected,))


def test_a_framework_that_is_not_there(repository: Repository) -> None:
    repository.pair()
    path = repository.project.root / "snippets" / "runtimes.toml"
    path.write_text(path.read_text() + 'preload = ["no_such_framework"]\n')
    missing = "No module named 'no_such_framework'"
    broken(repository, expected=(missing, KERAS, "make install"))


def test_a_version_that_is_not_the_pinned_one(repository: Repository) -> None:
    repository.pair()
    folder: Path = repository.project.root / "requirements"
    folder.mkdir()
    (folder / "frameworks.txt").write_text("msgspec==0.0.1\nnot-there==1.0\n")
    expected = (
        "pins msgspec 0.0.1, but",
        "pins not-there 1.0, but it is not installed",
    )
    broken(repository, expected=expected)
