"""The runtimes of `runtimes.toml`, and the versions that they are pinned to."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from typing import Literal

import msgspec
from msgspec import Struct

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.corpus.pairs import Backend, Pair, Side
from scripts.corpus.snippets import Snippet

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;+]+)", re.MULTILINE)
PINNED = ("frameworks.txt", "backends.txt")
MODULE_OF = {"scikit-learn": "sklearn"}


class Runtime(Struct, frozen=True, forbid_unknown_fields=True):
    """What a snippet runs on; a process, since Keras picks its backend at import.

    `preload_for_many` are modules that some runs import and few would wait for.
    Modules that are `hidden` cannot be imported there, as if they were not
    installed: Keras imports JAX wherever it finds it. An `optional` runtime
    whose packages are not installed is left out. One that is not `exact` gives
    other last digits in another process.
    """

    side: Side
    packages: list[str] = []
    preload: list[str] = []
    preload_for_many: list[str] = []
    environment: dict[str, str] = {}
    after: str = ""
    backend: Backend | Literal[""] = ""
    hidden: list[str] = []
    optional: bool = False
    exact: bool = True

    def modules(self, *, many: bool = True) -> list[str]:
        """What its parent imports, before many runs or before few."""
        return [*self.preload, *(self.preload_for_many if many else [])]


def read_runtimes(project: Project) -> dict[str, Runtime]:
    """The runtimes by name, each behind the one it is forked `after`."""
    path = project.snippets / "runtimes.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        found = msgspec.convert(table, dict[str, Runtime])
    except (OSError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        remedy = "restore it with: git checkout snippets/runtimes.toml"
        raise Problem("snippets/runtimes.toml", str(error), remedy) from None
    seen: set[str] = {""}
    for name, runtime in found.items():
        if runtime.after not in seen:
            what = f"{name}: after = {runtime.after!r} names no runtime above it"
            raise Problem("snippets/runtimes.toml", what, "put that one first")
        seen.add(name)
    return found


def read_pins(project: Project) -> dict[str, str]:
    """The public version of every framework package, as pinned in requirements."""
    files = [project.root / "requirements" / name for name in PINNED]
    texts = [path.read_text(encoding="utf-8") for path in files if path.exists()]
    return dict(PIN.findall("\n".join(texts)))


def runtimes_of(pair: Pair, runtimes: dict[str, Runtime]) -> dict[str, Runtime]:
    """The runtimes that a pair runs on: all, unless it says which backends."""
    wanted = pair.declaration.runtimes
    return {
        name: runtime
        for name, runtime in runtimes.items()
        if runtime.side in pair.snippets
        and (not wanted or not runtime.backend or runtime.backend in wanted)
    }


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


def absent_runtimes(runtimes: dict[str, Runtime]) -> list[str]:
    """The optional runtimes that lack one of their packages here."""
    return [
        name
        for name, runtime in runtimes.items()
        if runtime.optional and not all(map(_version, runtime.packages))
    ]


def check_installed(pins: dict[str, str], runtimes: dict[str, Runtime]) -> None:
    """Raise `Problems` unless exactly the pinned versions are installed.

    Packages that only optional runtimes need may be missing. Reads package
    metadata and imports nothing. Local build tags such as `+cpu` do not count.
    """
    needed = {p for r in runtimes.values() if not r.optional for p in r.packages}
    spare = {p for r in runtimes.values() for p in r.packages} - needed
    found = [
        Problem("requirements/frameworks.txt", what, "install it with: make install")
        for name, pin in pins.items()
        if (what := _mismatch(name, pin, name in spare))
    ]
    if found:
        raise Problems(found)


def _mismatch(name: str, pin: str, spare: bool) -> str:
    installed = _version(name)
    if not installed and not spare:
        return f"pins {name} {pin}, but it is not installed"
    if installed and installed != pin:
        return f"pins {name} {pin}, but {installed} is installed"
    return ""


def _version(name: str) -> str:
    """The installed public version; empty where the package is not installed."""
    try:
        return importlib.metadata.version(name).partition("+")[0]
    except importlib.metadata.PackageNotFoundError:
        return ""


def backend_of(runtime: str) -> str:
    """What a reader calls a Keras runtime: torch, jax or tensorflow."""
    return runtime.removeprefix("keras-")
