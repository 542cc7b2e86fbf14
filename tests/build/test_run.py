"""`python -m scripts run`: what it makes, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.core.project import HERE
from tests.repository import SNIPPET, TOML, Repository

GENERATED = {
    "results/topic/pair/pytorch.json",
    "results/topic/pair/keras-torch.json",
    "results/topic/pair/certificate.json",
    "build/fragments/topic/pair.md",
    "build/plain/topic/pair.md",
    "docs/downloads/topic/pair/in_pytorch.py",
    "docs/downloads/topic/pair/in_keras.py",
    "docs/downloads/topic/pair/in_pytorch.ipynb",
    "docs/downloads/topic/pair/in_keras.ipynb",
    "docs/downloads/topic/pair/topic-pair.zip",
}


def test_the_first_build_runs_both_sides_and_writes_every_file(
    repository: Repository,
) -> None:
    repository.pair()
    code, printed = repository.run()
    assert code == 0
    assert "1 pairs: 2 of 2 runs made, 10 files written" in printed
    assert repository.files().keys() >= GENERATED


def test_the_next_build_runs_nothing_and_touches_nothing(
    repository: Repository,
) -> None:
    repository.pair()
    repository.run()
    before = repository.files()
    code, printed = repository.run()
    assert (code, "0 of 2 runs made, 0 files written" in printed) == (0, True)
    assert repository.files() == before


@pytest.mark.parametrize(("pairs", "is_imported"), [(2, False), (3, True)])
def test_what_many_runs_need_is_imported_only_before_many(
    repository: Repository, pairs: int, is_imported: bool
) -> None:
    for number in range(pairs):
        repository.pair(f"topic/pair-{number}")
    path = repository.project.root / "snippets" / "runtimes.toml"
    path.write_text(path.read_text() + 'preload_for_many = ["no_such_module"]\n')
    code, printed = repository.run()
    assert bool(code) == ("needs no_such_module" in printed) == is_imported


def test_an_edit_runs_one_snippet_and_rewrites_only_what_follows(
    repository: Repository,
) -> None:
    repository.pair("topic/other")
    folder = repository.pair()
    repository.run()
    before = repository.files()
    path = folder / "in_keras.py"
    path.write_text(path.read_text().replace("done", "over"))
    code, printed = repository.run()
    assert (code, "1 of 4 runs made, 6 files written" in printed) == (0, True)
    changed = {
        name for name, seen in repository.files().items() if seen != before[name]
    }
    assert changed == {
        "snippets/topic/pair/in_keras.py",
        "results/topic/pair/keras-torch.json",
        "build/fragments/topic/pair.md",
        "build/plain/topic/pair.md",
        "docs/downloads/topic/pair/in_keras.py",
        "docs/downloads/topic/pair/in_keras.ipynb",
        "docs/downloads/topic/pair/topic-pair.zip",
    }


def test_only_what_is_named_is_run(repository: Repository) -> None:
    for name in ("one/a", "one/b", "two/c"):
        repository.pair(name, SNIPPET.replace("done", name))
    assert "2 pairs: 4 of 4 runs" in repository.run("one")[1]
    assert "1 pairs: 2 of 2 runs" in repository.run("snippets/two/c/")[1]
    assert "3 pairs: 0 of 6 runs" in repository.run()[1]


def test_force_runs_again_and_keeps_what_agrees(repository: Repository) -> None:
    repository.pair()
    repository.run()
    before = repository.files()
    assert "2 of 2 runs made, 0 files written" in repository.run("--force")[1]
    assert repository.files() == before


def test_a_record_that_was_lost_or_damaged_comes_back_without_a_run(
    repository: Repository,
) -> None:
    repository.pair()
    repository.run()
    path = repository.project.results / "topic/pair/pytorch.json"
    good = path.read_bytes()
    for damage in (b"", b"{", good[:100], good.replace(b'"schema": 1', b'"schema": 9')):
        path.write_bytes(damage)
        code, printed = repository.run()
        assert (code, "0 of 2 runs made" in printed) == (0, True)
        assert path.read_bytes() == good


def test_a_damaged_cache_entry_is_made_again(repository: Repository) -> None:
    repository.pair()
    repository.run()
    for entry in (repository.project.cache / "runs").iterdir():
        entry.write_bytes(entry.read_bytes()[:-9])
    (repository.project.cache / "state/build").unlink()
    assert "2 of 2 runs made, 0 files written" in repository.run()[1]


def test_what_belongs_to_no_pair_any_more_is_removed(repository: Repository) -> None:
    folder = repository.pair()
    repository.pair("topic/other")
    repository.run()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert "10 files written" in repository.run()[1]
    left = repository.files().keys()
    assert not any("topic/pair" in name for name in left)
    assert "results/topic/other/pytorch.json" in left


class TestCheck:
    """`--check` writes nothing and fails on any difference."""

    def test_passes_on_what_was_just_written(self, repository: Repository) -> None:
        repository.pair()
        repository.run()
        before = repository.files()
        code, printed = repository.run("--check", "--force")
        assert (code, "everything as committed" in printed) == (0, True)
        assert repository.files() == before

    def test_names_every_file_that_is_not_committed(
        self, repository: Repository
    ) -> None:
        repository.pair()
        before = repository.files()
        code, printed = repository.run("--check")
        assert code == 1
        assert "results/topic/pair/pytorch.json: is missing" in printed
        assert "python -m scripts run, and commit" in printed
        assert repository.files() == before

    @pytest.mark.parametrize(
        ("old", "new", "why"),
        [
            ("hello 1.0", "hello 1.01", "stdout was 'hello 1.01', is 'hello 1.0'"),
            ('"numbers": "1.0 2.0"', '"numbers": "1.0 2.02"', "value differs"),
            ('"key": "', '"key": "0', "its key is out of date"),
        ],
    )
    def test_sees_a_record_that_was_edited_by_hand(
        self, repository: Repository, old: str, new: str, why: str
    ) -> None:
        repository.pair()
        repository.run()
        path = repository.project.results / "topic/pair/pytorch.json"
        path.write_text(path.read_text().replace(old, new))
        code, printed = repository.run("--check")
        assert code == 1
        assert "results/topic/pair/pytorch.json" in printed
        assert why in printed

    def test_sees_results_that_belong_to_no_pair(self, repository: Repository) -> None:
        repository.pair()
        repository.run()
        stray = repository.project.results / "topic/gone/pytorch.json"
        stray.parent.mkdir()
        stray.write_text("{}")
        code, printed = repository.run("--check")
        assert code == 1
        assert "results/topic/gone/pytorch.json: belongs to no pair" in printed


JAX = """
[keras-jax]
side = "keras"
backend = "jax"
optional = true
"""


@pytest.mark.parametrize("only", ["", 'runtimes = ["jax"]\nreason = "Why."\n'])
def test_records_of_a_runtime_that_is_not_installed_stay_as_committed(
    repository: Repository, only: str
) -> None:
    """Also where it is the only one that the Keras side of a pair runs on."""
    runtimes = repository.project.root / "snippets" / "runtimes.toml"
    present = runtimes.read_text() + JAX
    runtimes.write_text(present)
    repository.pair(toml=only + TOML)
    assert repository.run()[0] == 0
    before = (repository.record(runtime="keras-jax"), repository.certificate())
    runtimes.write_text(present + 'packages = ["not-installed-anywhere"]\n')
    code, printed = repository.run("--force")
    assert code == 0, printed
    assert "records of keras-jax left as committed" in printed
    assert (repository.record(runtime="keras-jax"), repository.certificate()) == before


def test_a_digit_that_rounds_differently_leaves_the_record_alone(
    repository: Repository,
) -> None:
    repository.pair()
    repository.run()
    path = repository.project.results / "topic/pair/pytorch.json"
    edited = path.read_text().replace("1.0 2.0", "1.0000001 2.0")
    path.write_text(edited)
    assert repository.run()[0] == 0
    assert path.read_text() == edited


@pytest.fixture
def several(repository: Repository) -> Repository:
    for number in range(6):
        slow = SNIPPET + f"\nimport time; time.sleep(0.1); print({number})\n"
        repository.pair(f"topic/pair-{number}", slow)
    return repository


def test_builds_at_the_same_time_do_not_damage_each_other(several: Repository) -> None:
    command = [sys.executable, "-m", "scripts", "run", "--project"]
    builds = [
        subprocess.Popen(
            [*command, str(several.project.root)],
            cwd=HERE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    ends = [build.communicate() for build in builds]
    assert [build.returncode for build in builds] == [0, 0, 0], ends
    made = sorted(b"12 of 12 runs made" in out for out, _ in ends)
    assert made == [False, False, True]
    code, printed = several.run("--check", "--force")
    assert (code, "everything as committed" in printed) == (0, True)


def test_a_file_that_a_snippet_names_is_there_and_counts(
    repository: Repository,
) -> None:
    text = "# %% Read\nprint(open('data.csv').read())\nvalue = 1\n"
    folder = repository.pair(pytorch=text, toml='files = ["data.csv"]\n' + TOML)
    (folder / "data.csv").write_text("1,2")
    assert repository.run()[0] == 0
    assert repository.record().outputs[0].stdout == ["1,2"]
    (folder / "data.csv").write_text("3,4")
    assert "2 of 2 runs made" in repository.run()[1]
    assert repository.record().outputs[0].stdout == ["3,4"]


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_a_damaged_file_is_mended_though_its_time_and_size_are_the_same(
    repository: Repository, name: str
) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    assert "0 files written" in repository.run()[1]
    path = repository.project.root / name
    content = path.read_bytes()
    change(path, content.replace(b"hello", b"hallo").replace(b"rtol", b"ator"))
    assert path.read_bytes() != content
    assert repository.run()[0] == 0
    assert path.read_bytes() == content


def test_an_edit_is_seen_though_time_and_size_of_the_file_are_the_same(
    repository: Repository,
) -> None:
    path = repository.pair() / "in_keras.py"
    assert repository.run()[0] == 0
    change(path, path.read_bytes().replace(b"hello", b"hallo"))
    assert "1 of 2 runs made" in repository.run()[1]


def change(path: Path, content: bytes) -> None:
    """Write, and put back the time of the last change."""
    seen = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert path.stat().st_size == seen.st_size


def test_nothing_to_do_imports_no_framework_and_nothing_that_draws(
    repository: Repository,
) -> None:
    repository.pair()
    repository.run()
    program = (
        "import sys; from scripts.cli.main import main;"
        f"code = main(['run', '--project', {str(repository.project.root)!r}]);"
        "print(*sys.modules); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
    )
    slow = {"torch", "keras", "numpy", "jinja2", "vl_convert", "pydantic", "nbformat"}
    assert not slow & set(done.stdout.split())


@pytest.mark.parametrize("name", ["build/fragments/status.md", "docs/data/pairs.json"])
def test_a_page_about_all_pairs_is_drawn_again_where_it_is_damaged_or_gone(
    repository: Repository, name: str
) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    path = repository.project.root / name
    content = path.read_bytes()
    for harm in (path.unlink, lambda: path.write_bytes(b"damaged")):
        harm()
        assert repository.run()[0] == 0
        assert path.read_bytes() == content
