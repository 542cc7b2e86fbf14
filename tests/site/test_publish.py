"""A site is published whole or not at all, whatever happens to the build."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.site import publish, swap
from scripts.site.manifest import MANIFEST, check_manifest, write_manifest
from tests.repository import Repository

NAMES = ("index.html", "page/index.html", "assets/style.css")


def write_site(folder: Path, told: str) -> None:
    """A site of three files, all of which tell the same."""
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(told)


def told(folder: Path) -> set[str]:
    """What the files of a site tell; each has to be there, and listed."""
    assert check_manifest(folder) == []
    return {(folder / name).read_text() for name in NAMES}


@pytest.fixture
def project(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with a published site that tells `old`; the next will tell `new`."""
    here = repository.project
    write_site(here.root / "site", "old")
    write_manifest(here.root / "site")
    monkeypatch.setattr(publish, "check_sources", lambda project: [])
    monkeypatch.setattr(publish, "check_site", lambda project, folder: [])
    monkeypatch.setattr(publish, "finish", lambda project, folder: None)
    monkeypatch.setattr(
        publish, "build_pages", lambda project, folder: write_site(folder, "new")
    )
    return here


def die(*_: object, **__: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def kill(act: Callable[[], object]) -> None:
    """Do something in another process, which has to be killed by it."""
    pid = os.fork()
    if pid == 0:
        try:
            act()
        finally:
            os._exit(0)
    status = os.waitpid(pid, 0)[1]
    assert os.WIFSIGNALED(status)
    assert os.WTERMSIG(status) == signal.SIGKILL


def left(project: Project) -> list[Path]:
    return list(project.root.glob(".site-*"))


def test_a_new_site_takes_the_place_of_the_old(project: Project) -> None:
    publish.publish(project, project.root / "site")
    assert told(project.root / "site") == {"new"}
    assert left(project) == []


def test_the_first_site_needs_no_other(project: Project) -> None:
    publish.publish(project, project.root / "build" / "offline")
    assert told(project.root / "build" / "offline") == {"new"}


def half_a_site(project: Project, folder: Path) -> None:
    (folder / "page").mkdir(parents=True)
    (folder / "index.html").write_text("new")
    die()


@pytest.mark.parametrize(
    ("moment", "act"),
    [
        ("build_pages", half_a_site),
        ("finish", die),
        ("check_site", die),
        ("write_manifest", die),
        ("put_in_place", die),
    ],
)
def test_a_build_that_is_killed_leaves_the_old_site(
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    moment: str,
    act: Callable[..., None],
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(publish, moment, act)
        kill(lambda: publish.publish(project, project.root / "site"))
    assert told(project.root / "site") == {"old"}
    publish.publish(project, project.root / "site")
    assert told(project.root / "site") == {"new"}
    assert left(project) == []


def test_a_kill_after_the_swap_leaves_the_new_site(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.site.publish.shutil.rmtree", die)
    kill(lambda: publish.publish(project, project.root / "site"))
    assert told(project.root / "site") == {"new"}


def test_a_kill_while_mkdocs_builds_leaves_the_old_site(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hook kills the command that has started MkDocs, in the middle of its work."""
    monkeypatch.undo()
    monkeypatch.setattr(publish, "check_sources", lambda project: [])
    (project.root / "docs").mkdir()
    (project.root / "docs" / "index.md").write_text("# A page\n")
    hook = "import os, signal\n\n\ndef on_page_content(html, **_):\n"
    hook += "    os.kill(os.getppid(), signal.SIGKILL)\n    return html\n"
    (project.root / "hook.py").write_text(hook)
    settings = "site_name: Small\ntheme: mkdocs\nhooks: [hook.py]\n"
    (project.root / "mkdocs.yml").write_text(settings)
    kill(lambda: publish.publish(project, project.root / "site"))
    assert told(project.root / "site") == {"old"}


class TestTwoRenames:
    """Where the system cannot exchange two names in one step."""

    @pytest.fixture(autouse=True)
    def _two_renames(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)

    def test_the_new_site_is_in_place(self, project: Project) -> None:
        publish.publish(project, project.root / "site")
        assert told(project.root / "site") == {"new"}
        assert left(project) == []

    def test_a_kill_between_them_is_mended_by_the_next_build(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename = Path.rename

        def first_only(path: Path, target: Path) -> Path:
            moved = rename(path, target)
            die()
            return moved

        with monkeypatch.context() as patched:
            patched.setattr(Path, "rename", first_only)
            kill(lambda: publish.publish(project, project.root / "site"))
        with monkeypatch.context() as patched:
            patched.setattr(publish, "check_site", fault)
            with pytest.raises(Problems):
                publish.publish(project, project.root / "site")
        assert told(project.root / "site") == {"old"}

    def test_where_the_second_fails_the_old_site_is_put_back(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename = Path.rename

        def not_the_new(path: Path, target: Path) -> Path:
            if path.name == "site" and path.parent != project.root:
                raise OSError("no")
            return rename(path, target)

        monkeypatch.setattr(Path, "rename", not_the_new)
        with pytest.raises(OSError, match="no"):
            publish.publish(project, project.root / "site")
        assert told(project.root / "site") == {"old"}


def fault(project: Project, folder: Path) -> list[Problem]:
    return [Problem("site/index.html", "is at fault", "mend it")]


def test_a_site_with_a_fault_is_not_published(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "check_site", fault)
    with pytest.raises(Problems, match="is at fault"):
        publish.publish(project, project.root / "site")
    assert told(project.root / "site") == {"old"}
    assert left(project) == []


def test_a_folder_with_something_else_is_not_overwritten(project: Project) -> None:
    mine = project.root / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("dear")
    with pytest.raises(Problem, match="holds something else than a site"):
        publish.publish(project, mine)
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]


def test_the_manifest_is_one_that_sha256sum_reads(project: Project) -> None:
    publish.publish(project, project.root / "site")
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", MANIFEST],
        cwd=project.root / "site",
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [f"{name}: OK" for name in sorted(NAMES)]


@pytest.mark.parametrize(
    ("alter", "says"),
    [
        (lambda p: p.write_text("other"), "another checksum"),
        (lambda p: p.unlink(), "is listed in the manifest and missing"),
        (lambda p: p.with_name("more").write_text(""), "is not listed"),
        (
            lambda p: (p.parent.parent / MANIFEST).unlink(),
            "manifest.sha256: is missing",
        ),
    ],
)
def test_a_copy_that_is_not_whole_is_named(
    project: Project, alter: Callable[[Path], object], says: str
) -> None:
    alter(project.root / "site" / "page" / "index.html")
    (problem,) = check_manifest(project.root / "site")
    assert says in str(problem)
