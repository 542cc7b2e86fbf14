"""A small site with the project's own theme, hook and a pair, to plant faults in."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.pages.overviews.glossary import abbreviations_path
from scripts.pages.paths import download_paths, fragment_path, plain_path

PAIR = "layers/batch-normalization"
NAV = """nav:
  - Overview: index.md
  - Dictionary: dictionary.md
  - Reference:
      - Ledger: ledger.md

"""
NO_REDIRECTS = "  redirects: {}\n"
PAGES = {
    "index": f'## A pair\n\n--8<-- "{PAIR}.md"\n',
    "dictionary": "Words, and [the overview](index.md#a-pair).\n",
    "ledger": "## Claims\n\nNone yet; see [the words](dictionary.md).\n",
}
COPIED = ("overrides", "docs/assets", "docs/stylesheets", "docs/javascripts")


def small_project(root: Path) -> Project:
    """Three pages and a pair, with everything else as in this checkout."""
    here, project = Project(HERE), Project(root)
    (pair,) = find_pairs(here, [PAIR])
    for name in (*COPIED, f"snippets/{PAIR}", f"results/{PAIR}"):
        shutil.copytree(HERE / name, root / name)
    made = [fragment_path(here, PAIR), plain_path(here, PAIR)]
    made += [abbreviations_path(here), HERE / "scripts/site/mkdocs_hook.py"]
    for path in (
        *made,
        *download_paths(here, pair),
        HERE / "snippets" / "runtimes.toml",
    ):
        (root / here.show(path)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, root / here.show(path))
    (root / "mkdocs.yml").write_text(_settings())
    for name, text in PAGES.items():
        head = f"---\ntitle: {name.title()}\ndescription: The {name} of it.\n---\n\n"
        (root / "docs" / f"{name}.md").write_text(f"{head}# {name.title()}\n\n{text}")
    return project


def _settings() -> str:
    """This checkout's configuration, but for the pages, and what has left them."""
    text = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(
        r"^  redirects:.*\n(    .*\n)*", NO_REDIRECTS, text, flags=re.MULTILINE
    )
    return re.sub(r"^nav:\n.*?\n\n", NAV, text, flags=re.DOTALL | re.MULTILINE)
