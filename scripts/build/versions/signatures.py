"""The arguments of every API that pairs name, as a runtime gives them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Declaration, Limits, Pair
from scripts.corpus.snippets import Cell, Snippet
from scripts.execution.child import signatures
from scripts.results.records import Record

SIGNATURES = "signatures"
PROBE = """

# %% Signatures
import json

for api in {apis!r}:
    print(json.dumps([api, arguments_of(api)]))
"""
Arguments = dict[str, str] | None


def probes(project: Project, pairs: list[Pair]) -> list[Pair]:
    """A program for each side that prints the arguments of its APIs."""
    source = Path(signatures.__file__).read_text(encoding="utf-8")
    found = []
    for side in SIDES:
        apis = sorted({getattr(pair.declaration, side) for pair in pairs})
        text = source + PROBE.format(apis=apis)
        line = text[: text.index("# %% ")].count("\n") + 1
        path = project.snippets / f"{SIGNATURES}_{side}.py"
        snippet = Snippet(path, text, [Cell("Signatures", line, "")])
        found.append(_program(project, {side: snippet}))
    return found


def _program(project: Project, snippets: dict[str, Snippet]) -> Pair:
    """What the runner runs; it prints more than a snippet may."""
    declaration = Declaration(
        SIGNATURES,
        *("", "", "", ""),
        "illustrative",
        limits=Limits(output_kib=4096),
    )
    return Pair(SIGNATURES, project.snippets, b"", declaration, snippets)


def read_signatures(ended: list[Record | str]) -> dict[str, Arguments]:
    """The arguments of every API, as the first runtime of its side printed them."""
    found: dict[str, Arguments] = {}
    for record in ended:
        if isinstance(record, Record):
            for line in record.outputs[0].stdout:
                api, arguments = msgspec.json.decode(line, type=tuple[str, Arguments])
                found.setdefault(api, arguments)
    return found
