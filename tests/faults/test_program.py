"""Faults in pairs, records, configuration and what is written about them.

Each is planted into a copy of a project with which nothing is wrong, and caught by
the commands that `make test` begins with, before any page is built.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.cli.main import main
from tests.faults.fault import Fault
from tests.faults.sound import lay_out

PAIR = "snippets/topic/pair"
TOML, PYTORCH, KERAS = (
    f"{PAIR}/{name}" for name in ("pair.toml", "in_pytorch.py", "in_keras.py")
)
RESULT = "results/topic/pair/keras-torch.json"
CLAIMS, GUIDE, CHANGES = "docs/claims.yaml", "docs/guide.yaml", "CHANGELOG.md"
MACHINE = "results/benchmarks/a-machine.json"
MISTAKE = "snippets/_debugging/mistakes/wrong-width/mistake.toml"
STUDY = "docs/notebooks/a-study.py"
Plant = Callable[[Path], None]


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def edit(name: str, old: str, new: str) -> Plant:
    """Replace the first `old` in a file, which has to be there."""

    def plant(root: Path) -> None:
        text = (root / name).read_text()
        assert old in text
        (root / name).write_text(text.replace(old, new, 1))

    return plant


def add(name: str, text: str) -> Plant:
    """Put `text` behind what is in a file; a new file where there is none."""

    def plant(root: Path) -> None:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((path.read_text() if path.exists() else "") + text)

    return plant


def put_before(name: str, text: str) -> Plant:
    return lambda root: write(root / name, text.encode() + (root / name).read_bytes())


def cut(name: str) -> Plant:
    """Leave the first half of a file."""

    def plant(root: Path) -> None:
        content = (root / name).read_bytes()
        (root / name).write_bytes(content[: len(content) // 2])

    return plant


def latin(name: str) -> Plant:
    return lambda root: write(root / name, b"# %% \xff\nx = 1\n")


def lose(name: str) -> Plant:
    return lambda root: (root / name).unlink()


def move(name: str, to: str) -> Plant:
    def plant(root: Path) -> None:
        (root / name).rename(root / to)

    return plant


def copy(name: str, to: str) -> Plant:
    return lambda root: write(root / to, (root / name).read_bytes())


def both(*plants: Plant) -> Plant:
    """One fault that takes several edits."""

    def plant(root: Path) -> None:
        for each in plants:
            each(root)

    return plant


def link(name: str, to: str) -> Plant:
    """A symbolic link that leads out of the folder, named among the files."""

    def plant(root: Path) -> None:
        (root / PAIR / name).symlink_to(to)
        put_before(TOML, f'files = ["{name}"]\n')(root)

    return plant


FAULTS = [
    # What declares a pair.
    Fault(
        "pair.toml is cut", edit(TOML, '"A pair"', '"A pair'), f"{TOML}:2: cannot be"
    ),
    Fault(
        "no question",
        edit(TOML, 'question = "Are they equal?"', ""),
        "missing the key `question`",
    ),
    Fault("an unknown key", put_before(TOML, "colour = 1\n"), "unknown key `colour`"),
    Fault("an empty title", edit(TOML, "A pair", " "), f"{TOML}: title is empty"),
    Fault("an unknown grade", edit(TOML, '"identical"', '"good"'), "'good'"),
    Fault(
        "a grade that was not measured",
        edit(TOML, '"identical"', '"structural"'),
        "the grade is declared as 'structural' but measured as 'identical'",
    ),
    Fault(
        "a tolerance that is no number",
        edit(TOML, '"equal"', '{ rtol = "a" }'),
        f"{TOML}:10: Expected `float`",
    ),
    Fault("a value with no name", edit(TOML, "value =", '"a b" ='), "'a b' is not a P"),
    Fault(
        "a value that nobody defines",
        edit(TOML, "value =", "other ="),
        "does not define 'other', which is compared",
    ),
    Fault(
        "a difference that is none",
        edit(TOML, '"equal"', '"differs"'),
        "topic/pair: value",
    ),
    Fault(
        "values of an error",
        add(TOML, '[raises]\nkeras = "ValueError: a"\n'),
        "compare and raises do not go together",
    ),
    Fault(
        "an error that never comes",
        both(
            edit(TOML, '[compare]\nvalue = "equal"', '[raises]\nkeras = "ValueError"'),
            edit(TOML, "identical", "illustrative"),
        ),
        "did not raise, but pair.toml says raises = 'ValueError'",
    ),
    Fault(
        "a warning that never comes",
        add(TOML, '[warns]\nkeras = ["UserWarning: a"]\n'),
        "warns: no run of keras warns",
    ),
    Fault(
        "a file elsewhere", put_before(TOML, "files = ['../x']\n"), "'../x' is no file"
    ),
    Fault(
        "a link elsewhere", link("hosts", "/etc/hosts"), "'hosts' is no file in this"
    ),
    Fault(
        "backends without a reason",
        put_before(TOML, 'runtimes = ["torch"]\n'),
        "runtimes and reason go together",
    ),
    Fault("pair.toml in another encoding", latin(TOML), f"{TOML}: is not UTF-8 text"),
    Fault("no pair.toml", lose(TOML), f"{TOML}: is missing"),
    Fault(
        "a pair in capitals", move(PAIR, "snippets/topic/Pair"), "'Pair' is not in low"
    ),
    # What is run.
    Fault("no Keras side", lose(KERAS), f"{KERAS}: is missing"),
    Fault("a snippet in another encoding", latin(KERAS), f"{KERAS}: is not UTF-8 text"),
    Fault(
        "no cell", edit(PYTORCH, "# %% The first step\n", ""), "code before the first"
    ),
    Fault(
        "other titles", edit(KERAS, "second", "last"), "cell 2 is 'The last step' but"
    ),
    Fault(
        "a cell too many", add(KERAS, "\n# %% More\nx = 1\n"), "cell 3 is 'More' but"
    ),
    Fault("a wide line", add(KERAS, f"# {'x' * 70}\n"), f"{KERAS}:8: has 72 columns"),
    Fault("a syntax error", edit(KERAS, "2.0]", "2.0"), "SyntaxError: '[' was never"),
    Fault("an error", add(KERAS, "raise ValueError('no')\n"), "ValueError: no"),
    Fault("an exit", add(KERAS, "raise SystemExit(3)\n"), "exits with 3"),
    Fault(
        "an end", add(KERAS, "import os; os._exit(0)\n"), "exit code 0 before its end"
    ),
    Fault(
        "a change of one percent",
        edit(KERAS, "assert sum(value) == 3", "value[1] *= 1.01"),
        "topic/pair: value differs by 0.02 (relative 0.0099) at [1]",
    ),
    Fault(
        "NaN", edit(KERAS, "assert sum(value) == 3", "value[1] *= float('nan')"), "NaN"
    ),
    Fault(
        "another shape",
        edit(KERAS, "2.0]", "2.0, 0]"),
        "[2] in PyTorch and [3] in Keras",
    ),
    Fault(
        "a warning",
        add(KERAS, "import warnings\nwarnings.warn('mind')\n"),
        "warns on keras-torch: UserWarning: mind",
    ),
    Fault(
        "a hash", add(KERAS, "print(hash('a'))\n"), "keras-torch.json: its key is out"
    ),
    # What was seen.
    Fault("no record", lose(RESULT), f"{RESULT}: is missing"),
    Fault("half a record", cut(RESULT), f"{RESULT}: is no record"),
    Fault(
        "a record by hand", edit(RESULT, "hello 1.0", "hello 1.1"), "'hello 1.1', is"
    ),
    Fault("a number by hand", edit(RESULT, "1.0 2.0", "1.0 2.02"), "value differs"),
    Fault("a record of before", edit(RESULT, '"key": "', '"key": "0'), "key is out of"),
    Fault("a newer record", edit(RESULT, '"schema": 2', '"schema": 9'), "has schema 9"),
    Fault(
        "another's record",
        copy("results/topic/pair/pytorch.json", RESULT),
        f"{RESULT}: its key is out of date",
    ),
    Fault(
        "a certificate by hand",
        edit("results/topic/pair/certificate.json", "identical", "settable"),
        "certificate.json: does not follow from the records",
    ),
    Fault(
        "results of nothing",
        add("results/topic/gone/pytorch.json", "{}"),
        "results/topic/gone/pytorch.json: belongs to no pair",
    ),
    # What it runs on.
    Fault(
        "runtimes.toml is cut",
        add("snippets/runtimes.toml", "[keras"),
        "snippets/runtimes.toml: ",
    ),
    Fault(
        "an unknown side",
        edit("snippets/runtimes.toml", '"keras"', '"jax"'),
        "value 'jax'",
    ),
    Fault(
        "a runtime after none",
        edit("snippets/runtimes.toml", 'after = "pytorch"', 'after = "torch"'),
        "keras-torch: after = 'torch' names no runtime above it",
    ),
    Fault(
        "an unknown setting",
        edit("snippets/runtimes.toml", "after", "before"),
        "unknown field `before`",
    ),
    Fault(
        "another version",
        add("requirements/frameworks.txt", "msgspec==0.0.1\n"),
        "pins msgspec 0.0.1, but",
    ),
    Fault(
        "a package that is not there",
        add("requirements/frameworks.txt", "not-there==1.0\n"),
        "pins not-there 1.0, but it is not installed",
    ),
    # What is said.
    Fault("claims are cut", add(CLAIMS, "- [\n"), CLAIMS),
    Fault(
        "an unknown verdict", edit(CLAIMS, "verdict: wrong", "verdict: no"), "a-claim"
    ),
    Fault(
        "an unknown section", edit(CLAIMS, "background", "end"), "in no section: 'end'"
    ),
    Fault(
        "no such pair", edit(CLAIMS, "topic/pair", "topic/no"), "'topic/no', which does"
    ),
    Fault("no such assert", edit(CLAIMS, "== 3", "== 4"), "cites an assert that"),
    Fault(
        "the assert is gone",
        both(
            edit(KERAS, "assert sum(value) == 3\n", ""),
            edit(PYTORCH, "assert sum(value) == 3\n", ""),
        ),
        "cites an assert that topic/pair does not make",
    ),
    Fault(
        "a pair on no page", edit("docs/index.md", "--8<--", ""), "which no page shows"
    ),
    Fault(
        "no such claim", edit(GUIDE, "a-claim", "b"), "names the claim 'b', which does"
    ),
    Fault(
        "no such advice", edit(GUIDE, "topic/pair", "a/b"), "names the pair 'a/b', whi"
    ),
    Fault(
        "no day", edit(CHANGES, "2026-02-03", "Soon"), "the section 'Soon' is not a day"
    ),
    Fault(
        "days out of order", edit(CHANGES, "2026-02-03", "2025-02-03"), "stands below"
    ),
    # What was measured.
    Fault("half a machine", cut(MACHINE), f"{MACHINE}: cannot be read"),
    Fault("another schema", edit(MACHINE, '"schema":', '"schema":9'), f"{MACHINE}: "),
    Fault(
        "a machine of another name",
        move(MACHINE, "results/benchmarks/other.json"),
        "results/benchmarks/other.json: ",
    ),
    Fault("time runs back", edit(MACHINE, '"median":0.01', '"median":-0.01'), "> 0.0"),
    # What goes wrong on purpose, and what is long.
    Fault("no layer", edit(MISTAKE, '"hidden"', '""'), "pytorch: layer is empty"),
    Fault(
        "no such slip", edit(MISTAKE, "width = 5", "depth"), "wrong stands 0 times in"
    ),
    Fault("caught otherwise", edit(MISTAKE, '"run"', '"never"'), "wrong-width"),
    Fault(
        "a study that fails", edit(STUDY, "1 + 1", "1 + 2"), "a-study.py:5: error on"
    ),
    Fault("a study without prose", edit(STUDY, " [markdown]", ""), "a cell of prose"),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built, and that is as it should be."""
    root = tmp_path_factory.mktemp("sound")
    lay_out(root)
    assert main(["run", "--project", str(root)]) == 0
    assert caught(root) == 0
    return root


def caught(root: Path) -> int:
    """What `make test` calls first: check what is committed, then build."""
    told = ["--project", str(root)]
    return main(["run", "--check", *told]) or main(["run", *told])


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_caught_by_name(
    sound: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], fault: Fault
) -> None:
    root = tmp_path / "copy"
    shutil.copytree(sound, root, symlinks=True)
    fault.plant(root)
    capsys.readouterr()
    assert caught(root) == 1
    assert fault.says in capsys.readouterr().err
