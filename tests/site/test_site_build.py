"""A site that is up to date is left alone, and only such a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.site_build import build_unless_up_to_date

Change = Callable[[Path, pytest.MonkeyPatch], object]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A checkout whose site was built just now."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.delenv("SITE_URL", raising=False)
    for name in ("docs/index.md", "docs/data/a.json", "build/fragments/t/p.md"):
        write(tmp_path, name)
    for name in ("overrides/main.html", "build/plain/t/p.md", "site/index.html"):
        write(tmp_path, name)
    (tmp_path / "mkdocs.yml").write_text('site_url: !ENV [SITE_URL, ""]\n')
    project = Project(tmp_path)
    assert is_built(project)
    return project


def is_built(project: Project, during: Callable[[], object] = lambda: None) -> bool:
    """Whether the site had to be built, which leaves it as it is."""

    def build(*_: object) -> None:
        during()

    return build_unless_up_to_date(project, project.root / "site", build)


def write(root: Path, name: str, text: str = "as it was") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_nothing_has_changed(project: Project) -> None:
    assert not is_built(project)
    write(project.root, "docs/index.md")  # the same, at another time
    assert not is_built(project)


@pytest.mark.parametrize(
    "change",
    [
        lambda root, patch: write(root, "docs/index.md", "as it IS"),
        lambda root, patch: write(root, "docs/new.md"),
        lambda root, patch: (root / "docs/data/a.json").unlink(),
        lambda root, patch: write(root, "build/fragments/t/p.md", "other"),
        lambda root, patch: write(root, "build/plain/t/p.md", "other"),
        lambda root, patch: write(root, "overrides/main.html", "other"),
        lambda root, patch: write(root, "mkdocs.yml", "site_name: Other\n"),
        lambda root, patch: patch.setenv("SITE_URL", "https://example.org/"),
        lambda root, patch: patch.setenv("SOURCE_DATE_EPOCH", "86400"),
        lambda root, patch: patch.delenv("SOURCE_DATE_EPOCH"),
        lambda root, patch: write(root, "site/index.html", "as it IS"),
        lambda root, patch: write(root, "site/more.html"),
        lambda root, patch: (root / "site/index.html").unlink(),
        lambda root, patch: write(root, ".cache/state/site", "{"),
        lambda root, patch: write(root, ".cache/state/site", "[]"),
    ],
)
def test_whatever_has_changed_is_noticed(
    project: Project, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    change(project.root, monkeypatch)
    assert is_built(project)


def test_what_is_saved_during_a_build_is_built_next_time(project: Project) -> None:
    def save() -> None:
        write(project.root, "docs/index.md", "saved while it was built")

    write(project.root, "docs/index.md", "other")
    assert is_built(project, during=save)
    assert is_built(project)


def test_a_site_is_built_once_and_again_when_something_changes(
    project: Project,
) -> None:
    folder, built = project.root / "build/site", list[Path]()

    def build(_: Project, target: Path) -> None:
        built.append(target)
        write(target, "index.html", "built")

    assert build_unless_up_to_date(project, folder, build)
    assert not build_unless_up_to_date(project, folder, build)
    write(project.root, "docs/index.md", "other")
    assert build_unless_up_to_date(project, folder, build)
    assert built == [folder, folder]


def test_a_build_that_fails_is_not_remembered(project: Project) -> None:
    def build(*_: object) -> None:
        raise Problem("site", "was not built", "mend it")

    write(project.root, "docs/index.md", "other")
    for _ in range(2):
        with pytest.raises(Problem):
            build_unless_up_to_date(project, project.root / "site", build)
