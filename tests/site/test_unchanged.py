"""A site that is up to date is left alone, and only such a site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.site_build import build_unless_current
from scripts.site.unchanged import inputs_digest, note_site, site_is_current

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
    note_site(project, tmp_path / "site", inputs_digest(project))
    return project


def write(root: Path, name: str, text: str = "as it was") -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_nothing_has_changed(project: Project) -> None:
    assert site_is_current(project, project.root / "site")
    write(project.root, "docs/index.md")  # the same, at another time
    assert site_is_current(project, project.root / "site")


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
        lambda root, patch: write(root, ".cache/sites.json", "{"),
        lambda root, patch: write(root, ".cache/sites.json", "[]"),
    ],
)
def test_whatever_has_changed_is_noticed(
    project: Project, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    change(project.root, monkeypatch)
    assert not site_is_current(project, project.root / "site")


def test_what_is_saved_during_a_build_is_built_next_time(project: Project) -> None:
    before = inputs_digest(project)
    write(project.root, "docs/index.md", "saved while it was built")
    note_site(project, project.root / "site", before)
    assert not site_is_current(project, project.root / "site")


def test_a_folder_that_was_never_built_is_not_up_to_date(project: Project) -> None:
    assert not site_is_current(project, project.root / "build/offline")


def test_a_site_is_built_once_and_again_when_something_changes(
    project: Project,
) -> None:
    folder, built = project.root / "build/site", list[Path]()

    def build(_: Project, target: Path) -> None:
        built.append(target)
        write(target, "index.html", "built")

    assert build_unless_current(project, folder, build)
    assert not build_unless_current(project, folder, build)
    write(project.root, "docs/index.md", "other")
    assert build_unless_current(project, folder, build)
    assert built == [folder, folder]


def test_a_build_that_fails_is_not_remembered(project: Project) -> None:
    def build(*_: object) -> None:
        raise Problem("site", "was not built", "mend it")

    write(project.root, "docs/index.md", "other")
    for _ in range(2):
        with pytest.raises(Problem):
            build_unless_current(project, project.root / "site", build)
