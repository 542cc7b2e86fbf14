"""Faults in pages, theme and configuration: each is caught, and named.

By the functions that `make site` calls before it puts a site in place; `make test`
makes the site too.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from scripts.cli.main import main
from scripts.core.problems import Problem
from scripts.core.project import Project
from scripts.site.checks.site_check import check_site
from scripts.site.checks.source_check import check_sources
from scripts.site.publish import publish
from tests.faults import build_faults, built_faults, source_faults
from tests.faults.fault import Fault
from tests.faults.small import small_project


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with its site, in which nothing is wrong."""
    root = tmp_path_factory.mktemp("whole")
    publish(small_project(root), root / "site")
    return root


@pytest.fixture
def project(whole: Path, tmp_path: Path) -> Project:
    """A copy to plant a fault in."""
    root = tmp_path / "project"
    shutil.copytree(whole, root)
    return Project(root)


def told(problems: list[Problem]) -> str:
    return "\n".join(map(str, problems))


def test_without_a_fault_nothing_is_said(project: Project) -> None:
    assert check_sources(project) == []
    assert check_site(project, project.root / "site") == []
    assert main(["site-check", "--project", str(project.root)]) == 0


@pytest.mark.parametrize("fault", source_faults.FAULTS, ids=lambda fault: fault.name)
def test_a_fault_in_the_sources_is_named(project: Project, fault: Fault) -> None:
    fault.plant(project.root)
    assert fault.says in told(check_sources(project))


@pytest.mark.parametrize("fault", built_faults.FAULTS, ids=lambda fault: fault.name)
def test_a_fault_in_the_built_site_is_named(project: Project, fault: Fault) -> None:
    fault.plant(project.root)
    assert fault.says in told(check_site(project, project.root / "site"))


@pytest.mark.parametrize("fault", build_faults.FAULTS, ids=lambda fault: fault.name)
def test_a_fault_that_takes_a_build_is_named_and_not_published(
    project: Project, fault: Fault, capfd: pytest.CaptureFixture[str]
) -> None:
    before = (project.root / "site" / "manifest.sha256").stat()
    fault.plant(project.root)
    assert main(["publish", "--project", str(project.root)]) == 1
    assert fault.says in capfd.readouterr().err
    after = (project.root / "site" / "manifest.sha256").stat()
    assert os.path.samestat(before, after)
