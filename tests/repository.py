"""Small repositories to test the program on: plain Python, no framework."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from scripts.cli.main import main
from scripts.core.project import Project
from scripts.results.certify import Certificate, certificate_path
from scripts.results.records import Record, decode, record_path

RUNTIMES = """
[pytorch]
side = "pytorch"
preload = ["numpy"]

[keras-torch]
side = "keras"
after = "pytorch"
environment = { KERAS_BACKEND = "torch" }
"""

TOML = """
title = "A pair"
question = "Are they equal?"
answer = "They are, as `value` shows."
pytorch = "torch.thing"
keras = "keras.Thing"
grade = "identical"

[compare]
value = "equal"
"""

SNIPPET = """
# %% The first step
value = [1.0, 2.0]
print("hello", value[0])

# %% The second step
print("done")
"""


def lay_out(root: Path) -> Project:
    """A project with runtimes that need no framework, and no pair yet."""
    project = Project(root)
    project.snippets.mkdir(parents=True)
    (project.snippets / "runtimes.toml").write_text(RUNTIMES)
    return project


@dataclass
class Repository:
    """A checkout in a temporary folder, driven through the command line."""

    project: Project
    capture: pytest.CaptureFixture[str]

    def pair(
        self,
        name: str = "topic/pair",
        pytorch: str = SNIPPET,
        keras: str | None = None,
        toml: str = TOML,
    ) -> Path:
        """Write a pair; the Keras side is like the other unless given."""
        folder = self.project.snippets / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "pair.toml").write_text(toml)
        for side, text in (("pytorch", pytorch), ("keras", keras or pytorch)):
            (folder / f"in_{side}.py").write_text(textwrap.dedent(text).lstrip())
        return folder

    def run(self, *arguments: str) -> tuple[int, str]:
        """`python -m scripts run` here: the exit code, and all it printed."""
        root = str(self.project.root)
        code = main(["run", *arguments, "--project", root])
        printed = self.capture.readouterr()
        return code, printed.out + printed.err

    def record(self, name: str = "topic/pair", runtime: str = "pytorch") -> Record:
        """A committed record."""
        return decode(record_path(self.project, name, runtime).read_bytes())

    def certificate(self, name: str = "topic/pair") -> Certificate:
        """A committed certificate."""
        data = certificate_path(self.project, name).read_bytes()
        return msgspec.json.decode(data, type=Certificate)

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Every file but the local cache: what is in it, and when it was written."""
        found = (p for p in self.project.root.rglob("*") if p.is_file())
        return {
            self.project.show(p): (p.read_bytes(), p.stat().st_mtime_ns)
            for p in found
            if self.project.cache not in p.parents
        }
