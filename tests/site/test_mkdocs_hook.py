"""The one hook: `mkdocs build` gives what is published, and nothing is patched."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.core.project import HERE, Project
from scripts.site.manifest import MANIFEST
from scripts.site.publish import publish
from tests.faults.edits import change
from tests.faults.small import small_project
from tests.repository import Repository
from tests.small_checkout import configure

HOOK = HERE / "scripts" / "site" / "mkdocs_hook.py"
BUILDERS = {"mkdocs", "material", "mkdocs_jupyter", "zensical"}
PRIVATE = re.compile(
    r"\b_(?:build_page|populate_page|build_theme_template|title_from_render|"
    r"current_page|set_nb_url|find_toc_by_id|(?:rebuild|epoch)_cond|watched_paths|"
    r"want(?:ed)?_(?:rebuild|epoch)|visible_epoch)\b"
)


def mkdocs(project: Project, *options: object) -> subprocess.CompletedProcess[str]:
    """Plain MkDocs, as where no framework is installed."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *map(str, options)],
        cwd=project.root,
        env=os.environ | {"PYTHONPATH": str(HERE / "tests" / "bare")},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def small(tmp_path: Path) -> Project:
    """A small checkout in which the hook is that of this one."""
    project = small_project(tmp_path / "project")
    hook = change("mkdocs.yml", "scripts/site/mkdocs_hook.py", str(HOOK))
    hook(project.root)
    return project


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_plain_mkdocs_builds_what_is_published(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = mkdocs(small, "--no-strict", "--site-dir", tmp_path / "plain")
    assert done.returncode == 0, done.stderr
    # Fragments about all pairs have been drawn, and are on no page here.
    monkeypatch.setattr("scripts.site.publish.check_sources", lambda project: [])
    publish(small, small.root / "site")
    published, plain = files(small.root / "site"), files(tmp_path / "plain")
    del published[MANIFEST]
    names = published | plain
    assert [n for n in names if published.get(n) != plain.get(n)] == []


def test_plain_mkdocs_draws_what_is_missing(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    project = repository.project
    shutil.rmtree(project.root / "build")
    text = '---\ndescription: A page.\n---\n\n# A page\n\n--8<-- "topic/pair.md"\n'
    (project.root / "docs" / "index.md").write_text(text)
    shutil.copytree(HERE / "overrides", project.root / "overrides")
    configure(project.root)
    done = mkdocs(project, "--strict")
    assert done.returncode == 0, done.stderr
    assert 'data-pair="topic/pair"' in (project.root / "site/index.html").read_text()


def test_plain_mkdocs_says_what_cannot_be_finished(
    small: Project, tmp_path: Path
) -> None:
    change("docs/ledger.md", "description: ", "told: ")(small.root)
    done = mkdocs(small, "--no-strict", "--site-dir", tmp_path / "plain")
    assert done.returncode == 1
    assert "docs/ledger.md: has no description; say in its front matter" in done.stderr


def test_the_hook_is_the_only_one_and_has_at_most_60_lines() -> None:
    settings = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    (hooks,) = re.findall(r"^hooks:\n((?:  - .*\n)+)", settings, re.MULTILINE)
    assert hooks == f"  - {HOOK.relative_to(HERE).as_posix()}\n"
    assert len(HOOK.read_text(encoding="utf-8").splitlines()) <= 60


def sources() -> Iterator[tuple[str, str]]:
    """Every program and template that is ours, but for this one."""
    for folder in ("scripts", "overrides", "tests"):
        for path in sorted((HERE / folder).rglob("*")):
            if path.suffix in {".py", ".html", ".jinja"} and path != Path(__file__):
                yield path.relative_to(HERE).as_posix(), path.read_text("utf-8")


def test_no_private_name_of_a_builder_is_used() -> None:
    found = {name: PRIVATE.findall(text) for name, text in sources()}
    assert {name: names for name, names in found.items() if names} == {}
    programs = [(name, text) for name, text in sources() if name.endswith(".py")]
    found = {n: list(private_names(t)) for n, t in programs if "hostile" not in n}
    assert {name: names for name, names in found.items() if names} == {}


def private_names(text: str) -> Iterator[str]:
    """Private names in a program that imports a builder, those of itself aside."""
    nodes = list(ast.walk(ast.parse(text)))
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom | ast.Import)]
    if not any(module.partition(".")[0] in BUILDERS for module in modules(imports)):
        return
    for node in nodes:
        if isinstance(node, ast.Attribute) and is_private(node.attr):
            if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
                yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (n for n in [node.value] if is_private(n) and n.isidentifier())
    yield from (
        n for name in modules(imports) for n in name.split(".") if is_private(n)
    )


def modules(imports: list[ast.ImportFrom | ast.Import]) -> Iterator[str]:
    """What is imported, with the modules that it comes from."""
    for node in imports:
        above = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
        yield from (f"{above}{alias.name}" for alias in node.names)


def is_private(name: str) -> bool:
    return re.fullmatch("_[a-z][a-z_]*", name) is not None


@pytest.mark.parametrize(
    "text",
    [
        "from mkdocs.commands.build import _build_page",
        "import mkdocs\n\ndef f(page):\n    page._title = 1",
        "from material import plugins\nsetattr(plugins, '_x', 1)",
        "from mkdocs._private import anything",
    ],
)
def test_a_private_name_of_a_builder_is_noticed(text: str) -> None:
    assert list(private_names(text))
    assert not list(private_names(text.replace("_", "")))
