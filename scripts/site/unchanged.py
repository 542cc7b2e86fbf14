"""Whether a built site is what a build would give: then nothing has to be built.

Contents decide, of all that a build reads and of all that it wrote: a few thousand
files, which take a fraction of a second. In `.cache/sites.json` there are two digests
for each folder that was built.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import sysconfig
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from scripts.core.project import HERE, Project, read_bytes, write_if_changed

ASKED = re.compile(r"!ENV \[?([A-Z_]+)")
DAY = "SOURCE_DATE_EPOCH"


def site_is_current(project: Project, folder: Path) -> bool:
    """Whether `folder` holds, byte for byte, the site that a build would give."""
    known = _known(project).get(str(folder))
    return known == [inputs_digest(project), _digest(_below(folder))]


def note_site(project: Project, folder: Path, inputs: str) -> None:
    """Remember that `folder` was built from `inputs`.

    That is what `inputs_digest` gave before the build: what was saved while it ran
    is not in the site.
    """
    known = _known(project) | {str(folder): [inputs, _digest(_below(folder))]}
    write_if_changed(_path(project), json.dumps(known).encode())


def inputs_digest(project: Project) -> str:
    """A digest over all that a build reads, and what is looked at after it."""
    root, configuration = project.root, project.root / "mkdocs.yml"
    folders = [root / "docs", root / "overrides", project.fragments, project.plain]
    folders.append(project.results)
    told = "\n".join(_told(configuration))
    return _digest(_inputs(configuration, folders)) + _hash(told.encode())


def _inputs(configuration: Path, folders: list[Path]) -> Iterator[Path]:
    yield configuration
    yield from sorted((HERE / "scripts").rglob("*.py"))
    for folder in folders:
        yield from _below(folder)


def _told(configuration: Path) -> Iterator[str]:
    """Versions, the environment that the configuration asks for, and the day."""
    yield sys.version
    yield from sorted(p.name for p in _packages().glob("*.dist-info"))
    text = configuration.read_text(encoding="utf-8")
    yield from (f"{name}={os.environ.get(name)}" for name in ASKED.findall(text))
    yield os.environ.get(DAY) or datetime.now(UTC).date().isoformat()


def _packages() -> Path:
    return Path(sysconfig.get_path("purelib"))


def _below(folder: Path) -> Iterator[Path]:
    """Every file in a folder; one that goes or comes changes the digest too."""
    found = (f"{above}/{n}" for above, _, names in os.walk(folder) for n in names)
    yield from map(Path, sorted(found))


def _digest(paths: Iterator[Path]) -> str:
    total = hashlib.blake2b(digest_size=16)
    for path in paths:
        total.update(f"{path} {_hash(read_bytes(path) or b'')}\n".encode())
    return total.hexdigest()


def _hash(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _known(project: Project) -> dict[str, list[str]]:
    try:
        found = json.loads(read_bytes(_path(project)) or b"{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _path(project: Project) -> Path:
    return project.cache / "sites.json"
