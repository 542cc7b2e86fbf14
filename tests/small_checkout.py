"""A small checkout to serve: pairs of plain Python, pages, our styles and scripts."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import yaml

from scripts.core.project import HERE, Project
from tests.repository import RUNTIMES, SNIPPET, Repository

SAME = ("markdown_extensions", "validation", "extra_css", "extra_javascript")
THEME = {
    "name": "material",
    "font": False,
    "custom_dir": str(HERE / "overrides"),
    "features": ["content.code.copy"],
}
STUBS = ("measured/debugging.md", "measured/speed.md", "ledger.md")


def write_page(root: Path, name: str, text: str, title: str = "") -> None:
    path = root / "docs" / name
    path.parent.mkdir(exist_ok=True)
    head = f"---\ndescription: A page.\n---\n\n# {title or path.stem}\n\n"
    path.write_text(f"{head}{text}\n")


def write_snippet(root: Path, pair: str, last: str = 'print("done")') -> None:
    """Save the PyTorch side of a pair with another last line."""
    path = root / "snippets/topic" / pair / "in_pytorch.py"
    path.write_text(SNIPPET.replace('print("done")', last).lstrip())


def small_checkout(root: Path, pairs: Sequence[str]) -> Path:
    """Each pair on a page of its own, pages about all, our styles and scripts."""
    (root / "snippets").mkdir(parents=True)
    (root / "snippets" / "runtimes.toml").write_text(RUNTIMES)
    repository = Repository(Project(root), cast(Any, None))
    for pair in pairs:
        repository.pair(f"topic/{pair}")
        write_page(root, f"{pair}.md", f'Before.\n\n--8<-- "topic/{pair}.md"\n\nAfter.')
    write_page(root, "index.md", f"[A pair]({pairs[0]}.md#topic-{pairs[0]})")
    write_page(root, "status.md", '--8<-- "status.md"')
    write_page(root, "dictionary.md", '--8<-- "dictionary.md"')
    write_page(root, "glossary.md", "pair\n:   One comparison.")
    for name in STUBS:
        write_page(root, name, "Text.")
    for name in ("docs/stylesheets", "docs/javascripts"):
        shutil.copytree(HERE / name, root / name)
    return root


def configure(root: Path, path: str = "") -> int:
    """Give a checkout what this one has; a free port, on which it is below `path`."""
    config = yaml.load((HERE / "mkdocs.yml").read_text(), yaml.BaseLoader)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    told = {name: config[name] for name in SAME} | {
        "site_name": "Small",
        "site_description": "A small site.",
        "plugins": ["search", {"offline": {"enabled": False}}],
        "theme": THEME,
        "hooks": [str(HERE / hook) for hook in config["hooks"]],
    }
    if path:
        told["site_url"] = f"http://127.0.0.1:{port}/{path}"
    (root / "mkdocs.yml").write_text(yaml.safe_dump(told))
    return port


def environment(**more: str) -> dict[str, str]:
    """That of a person at a terminal, with a day that does not change."""
    told = {"PYTHONPATH": str(HERE), "NO_MKDOCS_2_WARNING": "1"}
    return os.environ | told | {"SOURCE_DATE_EPOCH": "0"} | more


def build(root: Path) -> Path:
    """A whole build of the checkout."""
    folder = root.parent / f"{root.name}-whole"
    done = subprocess.run(
        [sys.executable, "-m", "scripts.site.preview.whole_build", root, folder, "0"],
        cwd=root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
