"""A small site: pages and redirects, built by MkDocs and finished."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.core.project import HERE, Project
from scripts.site.finish.steps import finish


def build_small(root: Path, pages: dict[str, str], redirects: dict[str, str]) -> Path:
    """Build pages with redirects between them; the folder of the site."""
    for name, text in pages.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ndescription: About {name}.\n---\n\n{text}")
    shutil.copytree(HERE / "overrides", root / "overrides", dirs_exist_ok=True)
    told = {
        "site_name": "Small",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False, "custom_dir": "overrides"},
        "plugins": ["search"],
        "nav": [{f"The page {Path(name).stem}": name} for name in pages],
        "markdown_extensions": ["attr_list"],
        "extra": {"redirects": redirects},
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(told))
    build(load_config(str(root / "mkdocs.yml")))
    finish(Project(root), root / "site")
    return root / "site"
