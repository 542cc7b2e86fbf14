"""The runtimes of `runtimes.toml`, and the versions that they are pinned to."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from typing import Literal

import msgspec
from msgspec import Struct

from scripts.pairs import Side
from scripts.problems import Problem, Problems
from scripts.project import Project
from scripts.snippets import Snippet

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;+]+)", re.MULTILINE)
MODULE_OF = {"scikit-learn": "sklearn"}


class Runtime(Struct, frozen=True, forbid_unknown_fields=True):
    """What a snippet runs on; a process, since Keras picks its backend at import."""

    side: Side
    packages: list[str] = []
    preload: list[str] = []
    environment: dict[str, str] = {}
    after: str = ""


def read_runtimes(project: Project) -> dict[str, Runtime]:
    """The runtimes by name, each behind the one it is forked `after`."""
    path = project.root / "runtimes.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found = msgspec.convert(table, dict[str, Runtime])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        remedy = "restore it with: git checkout runtimes.toml"
        raise Problem("runtimes.toml", str(error), remedy) from None
    seen: set[str] = {""}
    for name, runtime in found.items():
        if runtime.after not in seen:
            what = f"{name}: after = {runtime.after!r} names no runtime above it"
            raise Problem("runtimes.toml", what, "put that one first")
        seen.add(name)
    return found


def read_pins(project: Project) -> dict[str, str]:
    """The public version of every framework package, as pinned in requirements."""
    path = project.root / "requirements" / "frameworks.txt"
    if not path.exists():
        return {}
    return dict(PIN.findall(path.read_text(encoding="utf-8")))


def versions_for(
    runtime: Runtime, snippet: Snippet, pins: dict[str, str]
) -> dict[str, str]:
    """The pinned packages that a run depends on: the runtime's and the imported."""
    imported = snippet.imports
    return {
        name: version
        for name, version in sorted(pins.items())
        if name in runtime.packages or MODULE_OF.get(name, name) in imported
    }


def check_installed(pins: dict[str, str]) -> None:
    """Raise `Problems` unless exactly the pinned versions are installed.

    Reads package metadata and imports nothing. Local build tags such as
    `+cpu` do not count.
    """
    found = [
        Problem("requirements/frameworks.txt", what, "install it with: make install")
        for name, pin in pins.items()
        if (what := _mismatch(name, pin))
    ]
    if found:
        raise Problems(found)


def _mismatch(name: str, pin: str) -> str | Literal[""]:
    try:
        installed = importlib.metadata.version(name).partition("+")[0]
    except importlib.metadata.PackageNotFoundError:
        return f"pins {name} {pin}, but it is not installed"
    if installed != pin:
        return f"pins {name} {pin}, but {installed} is installed"
    return ""
