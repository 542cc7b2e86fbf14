"""`python -m scripts changes`: what a reviewer has to look at."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from scripts.cli.main import main
from tests.repository import SNIPPET, TOML, Repository

ME = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *ME, *arguments], check=True)


@pytest.fixture
def branch(repository: Repository) -> Repository:
    """A repository with one pair, its page and its results committed."""
    root = repository.project.root
    (root / "docs").mkdir()
    (root / "docs/one.md").write_text('# One\n\n--8<-- "topic/pair.md"\n')
    (root / "docs/two.md").write_text("# Two\n")
    (root / ".gitignore").write_text("/.cache/\n/build/\n/docs/downloads/\n")
    repository.pair()
    assert repository.run()[0] == 0
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "One pair")
    return repository


def changes(repository: Repository, base: str = "HEAD") -> tuple[int, str]:
    code = main(["changes", base, "--project", str(repository.project.root)])
    printed = repository.capture.readouterr()
    return code, printed.out + printed.err


def section(text: str, title: str) -> str:
    return text.split(f"## {title}\n\n")[1].split("\n\n## ")[0].strip()


def test_nothing_changed(branch: Repository) -> None:
    code, text = changes(branch)
    assert code == 0
    for title in ("Certificates", "Pages", "Outputs"):
        assert section(text, title) == "None."


def test_a_changed_output_is_shown_with_its_page(branch: Repository) -> None:
    branch.pair(pytorch=SNIPPET.replace("done", "<b>finished</b> | ```"))
    assert branch.run()[0] == 0
    _, text = changes(branch)
    assert section(text, "Pages") == "- `one.md`"
    shown = section(text, "Outputs")
    assert "topic/pair/pytorch.json" in shown
    assert "-done\n+&lt;b&gt;finished&lt;/b&gt; | ```" in shown


def test_another_grade_is_shown_with_the_difference(branch: Repository) -> None:
    toml = TOML.replace("identical", "structural").replace('"equal"', '"differs"')
    branch.pair(keras=SNIPPET.replace("2.0", "4.0"), toml=toml)
    assert branch.run()[0] == 0
    _, text = changes(branch)
    row = "| `topic/pair` | identical | structural | 0.5 |"
    assert row in section(text, "Certificates")


def test_a_pair_that_is_new_and_not_committed(branch: Repository) -> None:
    branch.pair("topic/other")
    (branch.project.root / "docs/two.md").write_text('--8<-- "topic/other.md"\n')
    assert branch.run()[0] == 0
    _, text = changes(branch)
    assert "| `topic/other` | none | identical | 0 |" in section(text, "Certificates")
    assert section(text, "Pages") == "- `two.md`"
    assert "+hello 1.0" in section(text, "Outputs")


def test_a_pair_that_went_away(branch: Repository) -> None:
    root = branch.project.root
    git(root, "rm", "-r", "--quiet", "snippets", "results")
    _, text = changes(branch)
    assert "| `topic/pair` | identical | none | none |" in text
    assert "-hello 1.0" in section(text, "Outputs")


@pytest.mark.parametrize("base", ["nonsense", ""])
def test_a_commit_that_is_not_there(branch: Repository, base: str) -> None:
    code, text = changes(branch, base)
    assert code == 1
    assert "name a commit that this clone holds: git fetch" in text
