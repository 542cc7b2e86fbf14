"""Summaries of versions to test on, and a wheel to install without a network."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from scripts.core.project import Project
from scripts.results.summaries import (
    SCHEMA,
    Behaviour,
    Compared,
    Ran,
    Summary,
    folder_of,
    write_summary,
)

PAIR = "topic/pair"
API = "keras.Thing"
EQUAL = Compared(1e-7, True)


def summary(
    keras: str,
    ran: Ran | None = None,
    compared: Compared = EQUAL,
    source: str = "0123456789ab",
    arguments: dict[str, str] | None = None,
    grade: str = "identical",
) -> Summary:
    """One pair on two runtimes, as it was with a version of Keras."""
    runs = {"pytorch": Ran(), "keras-torch": ran or Ran(printed=["loss 0.5"])}
    numbers = {"keras-torch": {"value": compared}}
    behaviour = Behaviour(source, grade, runs, numbers)  # type: ignore[arg-type]
    return Summary(
        SCHEMA,
        "2026-01-31",
        {"keras": keras, "torch": "2.0"},
        ["pytorch", "keras-torch"],
        {API: {"units": "required"} if arguments is None else arguments},
        {PAIR: behaviour},
    )


def commit(project: Project, *summaries: Summary) -> None:
    """Put summaries where they belong."""
    folder_of(project).mkdir(parents=True, exist_ok=True)
    for each in summaries:
        write_summary(project, each)


def wheel(folder: Path, name: str, module: str, code: str, requires: str = "") -> None:
    """Write `<name>-99.0` as a wheel that holds `module` and nothing else."""
    info = f"{name.replace('-', '_')}-99.0.dist-info"
    folder.mkdir(exist_ok=True)
    about = f"Metadata-Version: 2.1\nName: {name}\nVersion: 99.0\n"
    needs = f"Requires-Dist: {requires}\n" if requires else ""
    files = {
        f"{module}/__init__.py": code,
        f"{info}/METADATA": about + needs,
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{member},,\n" for member in files)
    path = folder / f"{name.replace('-', '_')}-99.0-py3-none-any.whl"
    with ZipFile(path, "w") as archive:
        for member, text in files.items():
            archive.writestr(member, text)
