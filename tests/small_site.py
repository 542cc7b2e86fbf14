"""A small site to try hooks on: pages, templates, and what MkDocs makes of them."""

from __future__ import annotations

from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scripts.core.project import HERE

HOOKS = ("policy_hooks", "redirect_hooks")


def build_small(
    root: Path, pages: dict[str, str], redirects: dict[str, str], strict: bool = True
) -> Path:
    """Build pages with redirects between them; the folder of the site."""
    for name, text in pages.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    told = {
        "site_name": "Small",
        "strict": strict,
        "theme": {
            "name": "material",
            "font": False,
            "custom_dir": str(HERE / "overrides"),
        },
        "plugins": ["search"],
        "nav": [{f"The page {Path(name).stem}": name} for name in pages],
        "markdown_extensions": ["attr_list"],
        "hooks": [
            str(HERE / "scripts" / "site" / "hooks" / f"{name}.py") for name in HOOKS
        ],
        "extra": {"redirects": redirects},
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(told))
    build(load_config(str(root / "mkdocs.yml")))
    return root / "site"
