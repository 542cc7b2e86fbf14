"""What a reader takes away: notebooks with the outputs of the record, and one .zip."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import nbformat
import pytest

from scripts.core.project import Project
from tests.repository import RUNTIMES, SNIPPET, TOML, Repository

NOISY = '''
"""What the program is about."""

import os

os.environ.setdefault("A_NAME", "value")

# %% Print and warn
import sys
import warnings

value = [1.0, 2.0]
print("first\\nsecond")
print("to stderr", file=sys.stderr)
warnings.warn("mind the gap")

# %% Raise `it_now` *here*
print(undefined)
'''
RAISES = (
    TOML.partition("[compare]")[0].replace('"identical"', '"illustrative"')
    + '[raises]\npytorch = "NameError: undefined"\nkeras = "NameError: undefined"\n'
    + '[warns]\npytorch = ["UserWarning: mind"]\nkeras = ["UserWarning: mind"]\n'
)
JAX = '\n[keras-jax]\nside = "keras"\nbackend = "jax"\n'


def read(project: Project, side: str) -> dict[str, Any]:
    """The notebook of one side, once it is valid and as nbformat writes it."""
    path = project.downloads / "topic/pair" / f"in_{side}.ipynb"
    text = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert nbformat.writes(notebook) + "\n" == text
    found: dict[str, Any] = json.loads(text)
    return found


def archive(repository: Repository) -> bytes:
    folder = repository.project.downloads / "topic/pair"
    return (folder / "topic-pair.zip").read_bytes()


def texts(notebook: dict[str, Any], kind: str) -> list[str]:
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == kind]
    return ["".join(cell["source"]) for cell in cells]


@pytest.mark.parametrize("side", ["pytorch", "keras"])
def test_a_notebook_is_the_program_with_titles_as_prose(
    repository: Repository, side: str
) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    notebook = read(repository.project, side)
    kinds = [cell["cell_type"] for cell in notebook["cells"]]
    assert kinds == ["markdown", *["markdown", "code"] * 2]
    about, *titles = texts(notebook, "markdown")
    assert titles == ["## The first step", "## The second step"]
    for part in ("# A pair", "**Are they equal?**", "They are, as `value` shows."):
        assert part in about
    assert texts(notebook, "code")[1] == 'print("done")'


def test_its_outputs_are_those_of_the_record(repository: Repository) -> None:
    repository.pair(pytorch=NOISY, toml=RAISES)
    assert repository.run()[0] == 0
    record, notebook = repository.record(), read(repository.project, "pytorch")
    preamble, first, last = (c for c in notebook["cells"] if c["cell_type"] == "code")
    assert preamble["outputs"] == []
    assert "".join(preamble["source"]).endswith('("A_NAME", "value")')
    stdout, stderr = first["outputs"]
    assert stdout["text"] == [f"{line}\n" for line in record.outputs[0].stdout]
    assert stderr["text"] == ["to stderr\n", "UserWarning: mind the gap\n"]
    (error,) = last["outputs"]
    assert record.raised
    assert (error["ename"], error["evalue"]) == ("NameError", record.raised.message)
    assert error["traceback"] == record.raised.traceback
    assert texts(notebook, "markdown")[2] == "## Raise `it_now` \\*here\\*"


def test_a_figure_is_drawn_with_its_words(repository: Repository) -> None:
    text = """
    # %% Draw
    import matplotlib.pyplot as plt

    value = [1.0]
    plt.plot([0, 1], [2, 3], label="a line")
    plt.title("A figure")
    plt.xlabel("step")
    plt.ylabel("loss")
    """
    # Imported by the parent, as the site's runtimes do, since the first import of a
    # machine makes a list of fonts and says so.
    preloaded = RUNTIMES.replace('"numpy"', '"numpy", "matplotlib.pyplot"')
    (repository.project.root / "snippets" / "runtimes.toml").write_text(preloaded)
    repository.pair(pytorch=text)
    code, printed = repository.run()
    assert code == 0, printed
    (output,) = read(repository.project, "keras")["cells"][-1]["outputs"]
    assert output["output_type"] == "display_data"
    assert "<svg" in "".join(output["data"]["text/html"])
    assert "".join(output["data"]["text/plain"]).startswith("A figure. loss over step")


@pytest.mark.parametrize(
    ("runtimes", "backend"),
    [(JAX + RUNTIMES, "torch"), (RUNTIMES.split("[k")[0] + JAX, "jax")],
)
def test_the_keras_notebook_shows_the_run_on_torch_or_else_the_first(
    repository: Repository, runtimes: str, backend: str
) -> None:
    (repository.project.root / "snippets" / "runtimes.toml").write_text(runtimes)
    text = SNIPPET.replace('"hello"', 'os.environ.get("KERAS_BACKEND", "jax")')
    repository.pair(
        pytorch=SNIPPET, keras=text.replace("value =", "import os\nvalue =")
    )
    assert repository.run()[0] == 0
    notebook = read(repository.project, "keras")
    assert notebook["cells"][2]["outputs"][0]["text"] == [f"{backend} 1.0\n"]
    assert f"on the {backend} backend" in texts(notebook, "markdown")[0]


def test_a_keras_side_that_cannot_be_run_here_has_no_outputs(
    repository: Repository,
) -> None:
    absent = JAX + 'optional = true\npackages = ["not-installed-anywhere"]\n'
    present = RUNTIMES.partition("[keras-torch]")[0]
    (repository.project.root / "snippets" / "runtimes.toml").write_text(
        present + absent
    )
    repository.pair(toml='runtimes = ["jax"]\nreason = "Why."\n' + TOML)
    code, printed = repository.run()
    assert code == 0, printed
    notebook = read(repository.project, "keras")
    assert not any(cell.get("outputs") for cell in notebook["cells"])
    assert "There are no outputs" in texts(notebook, "markdown")[0]


def test_the_zip_holds_everything_and_its_programs_run(
    repository: Repository, tmp_path: Path
) -> None:
    text = SNIPPET.replace('"hello"', 'open("data.csv").read()')
    folder = repository.pair(pytorch=text, toml='files = ["data.csv"]\n' + TOML)
    (folder / "data.csv").write_text("1,2")
    assert repository.run()[0] == 0
    with ZipFile(io.BytesIO(archive(repository))) as opened:
        names = [Path(name).name for name in opened.namelist()]
        opened.extractall(tmp_path / "taken")
    assert names == [
        "README.txt",
        "in_pytorch.py",
        "in_pytorch.ipynb",
        "in_keras.py",
        "in_keras.ipynb",
        "pair.toml",
        "certificate.json",
        "data.csv",
    ]
    taken = tmp_path / "taken" / "topic-pair"
    assert (taken / "pair.toml").read_bytes() == (folder / "pair.toml").read_bytes()
    for side in ("pytorch", "keras"):
        command = [sys.executable, f"in_{side}.py"]
        done = subprocess.run(command, cwd=taken, capture_output=True, check=True)
        assert done.stdout.decode().splitlines() == ["1,2 1.0", "done"]
    about = (taken / "README.txt").read_text()
    for part in ("A pair", "Are they equal?", "identical", "data.csv"):
        assert part in about


def test_the_zip_is_the_same_bytes_wherever_it_is_made(repository: Repository) -> None:
    repository.pair()
    repository.run()
    first = archive(repository)
    (repository.project.downloads / "topic/pair/topic-pair.zip").unlink()
    assert "0 of 2 runs made, 1 files written" in repository.run()[1]
    assert archive(repository) == first
    with ZipFile(io.BytesIO(first)) as opened:
        for entry in opened.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr >> 16) == (3, 0o100644)
            assert entry.compress_size == entry.file_size


def test_the_zip_holds_the_files_that_are_offered_beside_it(
    repository: Repository,
) -> None:
    repository.pair()
    repository.run()
    folder = repository.project.downloads / "topic/pair"
    with ZipFile(io.BytesIO(archive(repository))) as opened:
        for path in folder.glob("in_*"):
            inside = opened.read(f"topic-pair/{path.name}")
            assert hashlib.sha256(inside).digest() == (
                hashlib.sha256(path.read_bytes()).digest()
            )
    shown = (repository.project.fragments / "topic/pair.md").read_text()
    for path in folder.iterdir():
        assert f"(/downloads/topic/pair/{path.name})" in shown
