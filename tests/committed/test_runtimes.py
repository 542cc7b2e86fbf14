"""The real runtimes: what runs on them is what a fresh process would give."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.cli.main import main
from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.pairs import SIDES
from scripts.corpus.runtimes import read_pins, read_runtimes
from scripts.results.cache import Cache
from scripts.results.records import encode, record_path
from scripts.results.runs import runs_of
from tests.repository import TOML, Repository

SAMPLE = [
    "layers/lstm",
    "optimizers/adam-epsilon",
    "debugging/shape-error",
    "mixing/keras-layer-in-module",
    "saving/weights-and-model",
]
# So few runs that their parents import only what every run needs: one draws.
FEW = ["optimizers/adam-epsilon", "schedules/cosine-decay"]


def copy_of(names: list[str], folder: Path) -> Project:
    """A project with some pairs of this one and their records, on the same runtimes."""
    wanted = [
        HERE / "snippets" / "runtimes.toml",
        *(HERE / "requirements").glob("*.txt"),
    ]
    for top in ("snippets", "results"):
        wanted += [p for n in names for p in (HERE / top / n).iterdir() if p.suffix]
    for source in wanted:
        target = folder / source.relative_to(HERE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    return Project(folder)


def records_of(names: list[str], isolation: str, folder: Path) -> dict[str, bytes]:
    """What a build of these pairs leaves, by name: of records those that it made.

    A record that agrees with the committed one is made once, not twice; it is the one
    in the cache, since the committed file stays. TensorFlow aside: it logs when it is
    imported, and its last digits depend on where oneDNN finds its memory.
    """
    project = copy_of(names, folder / isolation)
    runtimes = project.root / "snippets" / "runtimes.toml"
    runtimes.write_text(runtimes.read_text().partition("[keras-tensorflow]")[0])
    arguments = ["run", "--isolation", isolation, "--project", str(project.root)]
    assert main(arguments) == 0
    left = {project.show(p): p.read_bytes() for p in project.results.rglob("*.json")}
    cache, pins = Cache(project), read_pins(project)
    for pair in find_pairs(project):
        for run in runs_of(pair, read_runtimes(project), pins):
            path = record_path(project, pair.name, run.runtime)
            left[project.show(path)] = encode(cache[run.key])
    return left


@pytest.fixture(scope="module")
def forked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The records of the whole sample, made by forks of parents that import it all."""
    return records_of(SAMPLE, "fork", tmp_path_factory.mktemp("forked"))


@pytest.mark.xdist_group("runtimes")
@pytest.mark.parametrize("name", SAMPLE)
def test_forks_give_the_same_bytes_as_fresh_processes(
    forked: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    of_the_pair = {p: b for p, b in forked.items() if p.startswith(f"results/{name}/")}
    assert len(of_the_pair) >= 3
    assert of_the_pair == records_of([name], "process", tmp_path)


@pytest.mark.parametrize("name", FEW)
def test_forks_of_parents_that_import_little_do_too(name: str, tmp_path: Path) -> None:
    assert records_of([name], "fork", tmp_path) == records_of(
        [name], "process", tmp_path
    )


@pytest.mark.parametrize("side", SIDES)
def test_a_snippet_runs_with_plain_python_from_any_folder(
    tmp_path: Path, side: str
) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "KERAS_BACKEND"}
    done = subprocess.run(
        [sys.executable, HERE / f"snippets/layers/lstm/in_{side}.py"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    record = Repository(Project(HERE), None).record(  # type: ignore[arg-type]
        "layers/lstm", {"pytorch": "pytorch", "keras": "keras-torch"}[side]
    )
    printed = [line for output in record.outputs for line in output.stdout]
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == printed


def test_the_example_of_make_new_passes_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the real runtimes: a contributor's first `make run` has to be green."""
    repository = Repository(copy_of([], tmp_path), capsys)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("# Page\n")
    arguments = ["new", "tensors/example", "--page", "page", "--project"]
    assert main([*arguments, str(tmp_path)]) == 0
    code, printed = repository.run()
    assert (code, "4 of 4 runs made" in printed) == (0, True), printed
    assert repository.certificate("tensors/example").grade == "identical"


LOADED = """
# %% Loaded
import sys
frameworks = ["torch", "jax", "tensorflow"]
print([name for name in frameworks if name in sys.modules])
"""


def test_no_runtime_loads_the_framework_of_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    repository = Repository(copy_of([], tmp_path), capsys)
    toml = TOML.partition("[compare]")[0].replace("identical", "illustrative")
    keras = LOADED.replace("import sys", "import sys\n\nimport keras")
    torch = LOADED.replace("import sys", "import sys\n\nimport torch")
    repository.pair(pytorch=torch, keras=keras, toml=toml)
    code, printed = repository.run()
    assert code == 0, printed
    seen = {
        name: repository.record(runtime=name).outputs[0].stdout
        for name in read_runtimes(Project(HERE))
    }
    assert seen == {
        "pytorch": ["['torch']"],
        "keras-torch": ["['torch']"],
        "keras-jax": ["['jax']"],
        "keras-tensorflow": ["['tensorflow']"],
    }
