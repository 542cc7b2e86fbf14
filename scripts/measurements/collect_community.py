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
from collections.abc import Iterator
from pathlib import Path

import typer

from scripts.core.project import HERE, write_atomically

FRAMEWORKS = ("torch", "keras", "tensorflow", "jax")
COLLECTIONS = ("transformers", "timm", "keras-hub")
MADE = (("Uber", "petastorm"), ("Uber", "pyro-ppl"), ("Lyft", "l5kit"))
REQUIRED = {"pytorch": "torch", "keras": "keras", "tensorflow": "tensorflow"}
TARGET = HERE / "results" / "community"


def main() -> None:
    """Count, and write `releases.csv`, `collections.csv` and `makers.csv`."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    _write("releases.csv", [*_releases(today)])
    with tempfile.TemporaryDirectory() as folder:
        _pip("download", "--no-deps", "--dest", folder, *COLLECTIONS)
        wheels = {_name(path): path for path in Path(folder).glob("*.whl")}
        rows = [row for n in COLLECTIONS for row in _collection(n, wheels[n], today)]
    rows += _applications(today)
    _write("collections.csv", rows)
    _write("makers.csv", [_maker(*made, today) for made in MADE])


def _releases(today: str) -> Iterator[dict[str, str]]:
    """The final releases that pip could install here, without local builds."""
    for package in FRAMEWORKS:
        listed = _pip("index", "versions", package)
        text = listed.partition("Available versions: ")[2].splitlines()[0]
        versions = [v for v in text.split(", ") if "+" not in v]
        series = {tuple(v.split(".")[:2]) for v in versions}
        yield {
            "package": package,
            "releases": str(len(versions)),
            "series": str(len(series)),
            "oldest": versions[-1],
            "newest": versions[0],
            "python": f"{sys.version_info[0]}.{sys.version_info[1]}",
            "date": today,
        }


def _maker(company: str, package: str, today: str) -> dict[str, str]:
    """How a package depends on frameworks; its metadata has to name the company."""
    asked = ("--dry-run", "--ignore-installed", "--no-deps", "--only-binary", ":all:")
    report = json.loads(_pip("install", "--quiet", *asked, "--report", "-", package))
    told = report["install"][0]["metadata"]
    named = [told[key] for key in ("author", "author_email") if told.get(key)]
    if company.lower() not in (line := ", ".join(named)).lower():
        sys.exit(f"{package}: its metadata names {line}, not {company}")
    row = {"company": company, "package": package, "version": told["version"]}
    needs = told.get("requires_dist", [])
    row |= {"named": line} | {name: _needs(needs, name) for name in REQUIRED}
    return row | {"date": today}


def _needs(requirements: list[str], framework: str) -> str:
    """Whether a framework is required, optional (an extra), or neither."""
    module = REQUIRED[framework]
    found = [r for r in requirements if re.match(rf"{module}\b(?!-)", r, re.IGNORECASE)]
    if any("extra ==" not in line for line in found):
        return "required"
    return "optional" if found else "no"


def _collection(package: str, wheel: Path, today: str) -> Iterator[dict[str, str]]:
    version = wheel.name.split("-")[1]
    with zipfile.ZipFile(wheel) as archive:
        sources = {
            name: archive.read(name).decode()
            for name in archive.namelist()
            if name.endswith(".py")
        }
    for what, count in COUNTERS[package](sources):
        yield _row(package, version, what, count, today)


def _applications(today: str) -> list[dict[str, str]]:
    module = importlib.import_module("keras.applications")
    names = [name for name in dir(module) if name[0].isupper()]
    what = "architectures in keras.applications"
    return [_row("keras", importlib.metadata.version("keras"), what, len(names), today)]


def _row(
    package: str, version: str, what: str, count: int, today: str
) -> dict[str, str]:
    values = (package, version, what, str(count), today)
    return dict(
        zip(("package", "version", "what", "count", "date"), values, strict=True)
    )


def _in_transformers(sources: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Model families by what the files that compute them import."""
    families: dict[str, set[str]] = {}
    for path, text in sources.items():
        found = re.fullmatch(r"transformers/models/(\w+)/modeling_\w+\.py", path)
        if found:
            families.setdefault(found[1], set()).update(_imports(text))
    for framework in FRAMEWORKS:
        count = sum(framework in used for used in families.values())
        yield f"model families whose code imports {framework}", count


def _in_timm(sources: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Functions that are registered as a model."""
    registered = [
        node.name
        for text in sources.values()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(d) == "register_model" for d in node.decorator_list)
    ]
    yield "registered models, all on torch", len(set(registered))


def _in_keras_hub(sources: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Architectures, their published weights, and converters from elsewhere."""
    root = r"keras_hub/src/"
    backbones = _matching(sources, root + r"models/.*_backbone\.py")
    presets = _matching(sources, root + r"models/.*_presets\.py")
    yield "modules that define a backbone", len(backbones)
    yield (
        "presets of weights",
        len({name for path in presets for name in _keys(sources[path])}),
    )
    for origin in ("transformers", "timm"):
        path = root + rf"utils/{origin}/convert_\w+\.py"
        yield f"converters of weights from {origin}", len(_matching(sources, path))


COUNTERS = {
    "transformers": _in_transformers,
    "timm": _in_timm,
    "keras-hub": _in_keras_hub,
}


def _matching(sources: dict[str, str], pattern: str) -> list[str]:
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


def _write(name: str, rows: list[dict[str, str]]) -> None:
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_atomically(TARGET / name, text.getvalue().encode())
    typer.echo(f"wrote {TARGET.relative_to(HERE) / name}: {len(rows)} rows")


if __name__ == "__main__":
    typer.run(main)
