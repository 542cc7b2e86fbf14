"""`python -m scripts upgrade`: what other versions of a package change."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from scripts.cli.main import main
from scripts.core.project import Project
from scripts.results.summaries import folder_of
from tests.repository import TOML, Repository
from tests.summaries import wheel

PINNED = version("pyyaml")
RUNTIMES = """
[pytorch]
side = "pytorch"

[keras-torch]
side = "keras"
backend = "torch"
after = "pytorch"
packages = ["pyyaml"]
"""
PYTORCH = """
# %% Read
value = [1.0]
print("read", 1)
"""
KERAS = """
# %% Read
import yaml

value = [float(yaml.safe_load("1"))]
print("read", round(value[0]))
"""
DECLARED = TOML.replace("torch.thing", "json.dumps").replace(
    "keras.Thing", "yaml.safe_load"
)
OTHER = "def safe_load(stream, strict=True):\n    return 2\n"
FAILS = "def safe_load(stream):\n    raise TypeError('gone: ' + stream)\n"


@pytest.fixture
def offered(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder of wheels that pip takes for the index; a pair that reads YAML."""
    root = repository.project.root
    (root / "snippets" / "runtimes.toml").write_text(RUNTIMES)
    (root / "requirements").mkdir()
    (root / "requirements" / "frameworks.txt").write_text(f"pyyaml=={PINNED}\n")
    repository.pair(pytorch=PYTORCH, keras=KERAS, toml=DECLARED)
    wheels = root / ".cache" / "wheels"
    wheels.mkdir(parents=True)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    return wheels


def upgrade(repository: Repository, *arguments: str) -> tuple[int, str]:
    """Run the command here: the exit code, and all it printed."""
    code = main(["upgrade", *arguments, "--project", str(repository.project.root)])
    printed = repository.capture.readouterr()
    return code, printed.out + printed.err


def summaries(project: Project) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in folder_of(project).glob("*")}


def test_what_another_version_does_otherwise_is_told_and_kept(
    repository: Repository, offered: Path
) -> None:
    wheel(offered, "pyyaml", "yaml", OTHER)
    before = repository.files()
    code, told = upgrade(repository, "pyyaml==99.0")
    assert code == 0, told
    assert f"1 of 1 pairs do otherwise than with Pyyaml {PINNED}. " in told
    assert f"Other packages: pyyaml {PINNED}, now 99.0." in told
    for row in (
        "| `topic/pair` | keras-torch | output | read 1 | read 2 |",
        "| `topic/pair` |  | grade | identical | structural |",
        "| `yaml.safe_load` |  | arguments | nothing | strict=True |",
    ):
        assert row in told
    assert summaries(repository.project).keys() == {"pyyaml-99.0", f"pyyaml-{PINNED}"}
    written = folder_of(repository.project) / "pyyaml-99.0.json"
    found = json.loads(written.read_bytes())
    assert (found["schema"], found["measured"]) == (1, "1970-01-02")
    assert found["pairs"]["topic/pair"]["runs"]["keras-torch"]["printed"] == ["read 2"]
    after = repository.files()
    assert {name for name in after if name not in before} == {
        f"results/versions/pyyaml-{v}.json" for v in ("99.0", PINNED)
    }
    assert {name: after[name] for name in before} == before


def test_a_run_that_fails_is_a_change_and_measuring_again_changes_nothing(
    repository: Repository, offered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel(offered, "pyyaml", "yaml", FAILS)
    code, told = upgrade(repository, "pyyaml==99.0")
    assert "| runs | TypeError: gone: 1 |" in told
    before = summaries(repository.project)
    (offered / "pyyaml-99.0-py3-none-any.whl").unlink()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "864000")
    code, told = upgrade(repository)
    assert (code, told.count(": as it was")) == (0, 2)
    assert summaries(repository.project) == before


def refused(repository: Repository, *arguments: str) -> str:
    """Run; expect exit code 1, one line, and every file as it was."""
    before = repository.files()
    code, told = upgrade(repository, *arguments)
    assert code == 1
    lines = [line for line in told.splitlines() if not line.startswith(("[", "note:"))]
    assert len(lines) == 1, told
    assert repository.files() == before
    return lines[0]


@pytest.mark.parametrize("name", ["keras>=3", "--pre", "keras==3.*", "./keras", ""])
def test_only_a_package_with_or_without_its_exact_version_is_taken(
    repository: Repository, offered: Path, name: str
) -> None:
    told = refused(repository, "--", name)
    assert "is not a package with or without its exact version" in told


def test_a_version_that_cannot_be_installed(
    repository: Repository, offered: Path
) -> None:
    told = refused(repository, "pyyaml==98.0")
    assert told.startswith("pyyaml==98.0: cannot be installed: No matching")
    assert "pip index versions" in told


def test_a_version_that_lacks_what_it_requires(
    repository: Repository, offered: Path
) -> None:
    wheel(offered, "pyyaml", "yaml", OTHER, requires="no-such-tree>=2")
    told = refused(repository, "pyyaml")
    assert "pyyaml 99.0 requires no-such-tree, which is not installed" in told


def test_what_it_requires_comes_along_where_that_is_asked_for(
    repository: Repository, offered: Path
) -> None:
    wheel(offered, "pyyaml", "yaml", OTHER, requires="no-such-tree>=2")
    wheel(offered, "no-such-tree", "no_such_tree", "")
    code, told = upgrade(repository, "pyyaml", "--dependencies")
    assert code == 0, told
    assert f"no-such-tree none, now 99.0; pyyaml {PINNED}, now 99.0." in told


def test_a_version_with_which_a_runtime_does_not_start(
    repository: Repository, offered: Path
) -> None:
    wheel(offered, "pyyaml", "yaml", "raise ImportError('too new')\n")
    path = repository.project.root / "snippets" / "runtimes.toml"
    path.write_text(path.read_text() + 'preload = ["yaml"]\n')
    told = refused(repository, "pyyaml==99.0")
    assert "pyyaml 99.0: keras-torch does not start" in told
    assert "too new" in told


def test_a_runtime_that_is_not_there(repository: Repository, offered: Path) -> None:
    told = refused(repository, "--runtime", "keras-mlx")
    assert told.startswith("keras-mlx: is no runtime; name one of pytorch, keras-torch")


def test_pairs_that_fail_with_the_pinned_versions(
    repository: Repository, offered: Path
) -> None:
    repository.pair(pytorch=PYTORCH, keras=PYTORCH + "undefined\n", toml=DECLARED)
    told = refused(repository)
    assert told.startswith("snippets/topic/pair: on keras-torch, with the pinned")
    assert "mend it first: make run" in told


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ('{"schema": 1', "cannot be read: "),
        ('{"schema": 2}', "is of schema version 2, this program's is 1"),
        ('{"schema": 1}', "cannot be read: Object missing required field `measured`"),
    ],
)
def test_a_summary_that_is_none_stops_upgrades_and_builds(
    repository: Repository, offered: Path, content: str, what: str
) -> None:
    folder_of(repository.project).mkdir(parents=True)
    (folder_of(repository.project) / "pyyaml-1.0.json").write_text(content)
    told = refused(repository)
    assert told.startswith(f"results/versions/pyyaml-1.0.json: {what}")
    assert repository.run() == (1, f"{told}\n")


def test_a_summary_under_the_name_of_other_versions_is_refused(
    repository: Repository, offered: Path
) -> None:
    assert upgrade(repository)[0] == 0
    folder = folder_of(repository.project)
    (folder / f"pyyaml-{PINNED}.json").rename(folder / "pyyaml-1.0.json")
    told = refused(repository)
    assert f"pyyaml-1.0.json: is of pyyaml-{PINNED}, as its versions say" in told
