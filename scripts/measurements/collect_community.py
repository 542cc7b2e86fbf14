"""Count releases and what collections of models support; for results/community/.

    python -m scripts.measurements.collect_community

asks pip for the releases of each framework, downloads the wheels of three
collections of models without installing them, counts in their source by its
syntax tree, and asks pip for the metadata of what two companies published. Needs
the package index; takes about a minute.
"""

from __future__ import annotations

import ast
import csv
import datetime
import importlib
import importlib.metadata
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import typer
from msgspec import Struct

from scripts.core.project import HERE, write_atomically
from scripts.measurements.community import Collection, Maker, Needs, Releases

FRAMEWORKS = ("torch", "keras", "tensorflow", "jax")
COLLECTIONS = ("transformers", "timm", "keras-hub")
MADE = (("Uber", "petastorm"), ("Uber", "pyro-ppl"), ("Lyft", "l5kit"))
REQUIRED = ("torch", "keras", "tensorflow")
TARGET = HERE / "results" / "community"
Sources = dict[str, str]
"""The programs of a wheel, by path."""


def main() -> None:
    """Count, and write `releases.csv`, `collections.csv` and `makers.csv`."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    _write("releases.csv", [_releases(package, today) for package in FRAMEWORKS])
    with tempfile.TemporaryDirectory() as folder:
        _pip("download", "--no-deps", "--dest", folder, *COLLECTIONS)
        wheels = {_name(path): path for path in Path(folder).glob("*.whl")}
        rows = [row for n in COLLECTIONS for row in _collection(n, wheels[n], today)]
    _write("collections.csv", [*rows, _applications(today)])
    _write("makers.csv", [_maker(*made, today) for made in MADE])


def _releases(package: str, today: str) -> Releases:
    """The final releases that pip could install here, without local builds."""
    listed = _pip("index", "versions", package)
    text = listed.partition("Available versions: ")[2].splitlines()[0]
    versions = [v for v in text.split(", ") if "+" not in v]
    series = {tuple(v.split(".")[:2]) for v in versions}
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    counts = len(versions), len(series)
    return Releases(package, *counts, versions[-1], versions[0], python, today)


def _maker(company: str, package: str, today: str) -> Maker:
    """How a package depends on frameworks; its metadata has to name the company."""
    options = ("--dry-run", "--ignore-installed", "--no-deps", "--only-binary", ":all:")
    report = json.loads(_pip("install", "--quiet", *options, "--report", "-", package))
    about = report["install"][0]["metadata"]
    named = [about[key] for key in ("author", "author_email") if about.get(key)]
    if company.lower() not in (line := ", ".join(named)).lower():
        sys.exit(f"{package}: its metadata names {line}, not {company}")
    required = about.get("requires_dist", [])
    torch, keras, tensorflow = (_needs(required, module) for module in REQUIRED)
    version = about["version"]
    return Maker(company, package, version, line, torch, keras, tensorflow, today)


def _needs(requirements: list[str], module: str) -> Needs:
    """Whether a framework is required, optional (an extra), or neither."""
    found = [r for r in requirements if re.match(rf"{module}\b(?!-)", r, re.IGNORECASE)]
    if any("extra ==" not in line for line in found):
        return "required"
    return "optional" if found else "no"


def _collection(package: str, wheel: Path, today: str) -> Iterator[Collection]:
    version = wheel.name.split("-")[1]
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.endswith(".py")]
        sources = {name: archive.read(name).decode() for name in names}
    for what, count in COUNTERS[package](sources):
        yield Collection(package, version, what, count, today)


def _applications(today: str) -> Collection:
    module = importlib.import_module("keras.applications")
    count = sum(name[0].isupper() for name in dir(module))
    what = "architectures in keras.applications"
    version = importlib.metadata.version("keras")
    return Collection("keras", version, what, count, today)


def _in_transformers(sources: Sources) -> Iterator[tuple[str, int]]:
    """Model families by what the files that compute them import."""
    families: dict[str, set[str]] = {}
    for path, text in sources.items():
        found = re.fullmatch(r"transformers/models/(\w+)/modeling_\w+\.py", path)
        if found:
            families.setdefault(found[1], set()).update(_imports(text))
    for framework in FRAMEWORKS:
        count = sum(framework in used for used in families.values())
        yield f"model families whose code imports {framework}", count


def _in_timm(sources: Sources) -> Iterator[tuple[str, int]]:
    """Functions that are registered as a model."""
    registered = {
        node.name
        for text in sources.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(d) == "register_model" for d in node.decorator_list)
    }
    yield "registered models, all on torch", len(registered)


def _in_keras_hub(sources: Sources) -> Iterator[tuple[str, int]]:
    """Architectures, their published weights, and converters from elsewhere."""
    models, utilities = "keras_hub/src/models/.*", "keras_hub/src/utils/"
    backbones = _matching(sources, rf"{models}_backbone\.py")
    yield "modules that define a backbone", len(backbones)
    presets = _matching(sources, rf"{models}_presets\.py")
    keys = {name for path in presets for name in _keys(sources[path])}
    yield "presets of weights", len(keys)
    for origin in ("transformers", "timm"):
        converters = _matching(sources, rf"{utilities}{origin}/convert_\w+\.py")
        yield f"converters of weights from {origin}", len(converters)


COUNTERS = {
    "transformers": _in_transformers,
    "timm": _in_timm,
    "keras-hub": _in_keras_hub,
}


def _matching(sources: Sources, pattern: str) -> list[str]:
    return [path for path in sources if re.fullmatch(pattern, path)]


def _keys(text: str) -> Iterator[str]:
    """The keys of every dictionary that a module assigns at its top level."""
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            keys = node.value.keys
            yield from (str(k.value) for k in keys if isinstance(k, ast.Constant))


def _imports(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _name(wheel: Path) -> str:
    return wheel.name.split("-")[0].replace("_", "-")


def _pip(*arguments: str) -> str:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout


def _write(name: str, rows: Sequence[Struct]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].__struct_fields__, lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(msgspec.to_builtins, rows))
    write_atomically(TARGET / name, text.getvalue().encode())
    typer.echo(f"wrote {TARGET.relative_to(HERE) / name}: {len(rows)} rows")


if __name__ == "__main__":
    typer.run(main)
