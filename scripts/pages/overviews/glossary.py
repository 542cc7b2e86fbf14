"""The words of the glossary as abbreviations, which Markdown explains on every page."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.core.project import Project, read_bytes

TERM = re.compile(r"^([a-z][\w -]*)\n:   (.+)$", re.MULTILINE)


def abbreviations_path(project: Project) -> Path:
    """What `auto_append` of mkdocs.yml names: no fragment, as no page includes it."""
    return project.root / "build" / "abbreviations.md"


def glossary_path(project: Project) -> Path:
    """The page that people write."""
    return project.root / "docs" / "glossary.md"


def render_glossary(project: Project) -> dict[Path, bytes]:
    """The abbreviations; none without a glossary."""
    text = (read_bytes(glossary_path(project)) or b"").decode()
    lines = [
        f"*[{term}]: {meaning.replace('`', '')}\n"
        for term, meaning in TERM.findall(text)
    ]
    return {abbreviations_path(project): "".join(lines).encode()}
