"""What a branch changes in results and pages, as Markdown for a reviewer."""

from __future__ import annotations

import difflib
import html
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec

from scripts.core.problems import Problem
from scripts.core.project import Project, read_bytes
from scripts.corpus.placement import placement
from scripts.results.certify import Certificate
from scripts.results.records import Output, Record

LINES_SHOWN = 40
Change = tuple[str, bytes | None, bytes | None]


def describe_changes(project: Project, base: str) -> str:
    """What differs from the commit `base`: certificates, outputs and pages.

    Only what is committed or written under `results/`, `docs/` and `snippets/`
    counts. Raises `Problem` where Git does not know the commit.
    """
    results = list(_changed(project, base, "results"))
    parts = [
        "# What changed",
        _table("Certificates", _certificates(results)),
        _table("Pages", _pages(project, base, results)),
        "\n\n".join(["## Outputs", *_outputs(results)]),
    ]
    return "\n\n".join(parts) + "\n"


def _table(title: str, rows: list[str]) -> str:
    return "\n".join([f"## {title}", "", *(rows or ["None."])])


def _git(project: Project, *arguments: str) -> bytes:
    command = ["git", "-C", str(project.root), *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode:
        what = run.stderr.decode(errors="replace").strip().splitlines()[-1]
        remedy = "name a commit that this clone holds: git fetch origin main"
        raise Problem("git", what, remedy)
    return run.stdout


def _names(project: Project, base: str, *folders: str) -> list[str]:
    """Files that are not as in `base`, those that Git does not know yet included."""
    commit = _git(project, "rev-parse", "--verify", f"{base}^{{commit}}")
    limits = ["--", *folders]
    known = _git(project, "diff", "-z", "--name-only", commit.decode().strip(), *limits)
    new = _git(project, "ls-files", "-z", "--others", "--exclude-standard", *limits)
    return sorted(name for name in (known + new).decode().split("\0") if name)


def _changed(project: Project, base: str, folder: str) -> Iterator[Change]:
    for name in _names(project, base, folder):
        yield name, _before(project, base, name), read_bytes(project.root / name)


def _before(project: Project, base: str, name: str) -> bytes | None:
    if not _git(project, "ls-tree", base, "--", name):
        return None
    return _git(project, "show", f"{base}:{name}")


def _certificates(changes: list[Change]) -> list[str]:
    """A row for each certificate that is new, gone, or differs."""
    rows = [
        f"| {_pair(name)} | {_grade(before)} | {_grade(after)} | {_widest(after)} |"
        for name, before, after in changes
        if name.endswith("/certificate.json")
    ]
    head = ["| pair | grade before | grade now | largest relative difference |"]
    return [*head, "| --- | --- | --- | --- |", *rows] if rows else []


def _pair(name: str) -> str:
    return f"`{Path(name).parent.relative_to('results').as_posix()}`"


def _grade(data: bytes | None) -> str:
    return msgspec.json.decode(data, type=Certificate).grade if data else "none"


def _widest(data: bytes | None) -> str:
    if data is None:
        return "none"
    held = msgspec.json.decode(data, type=Certificate).comparisons.values()
    differences = [item.relative for items in held for item in items]
    return f"{max(differences):.3g}" if differences else "none"


def _pages(project: Project, base: str, results: list[Change]) -> list[str]:
    """Pages that were edited, or that show a pair whose result changed."""
    shown = placement(project)
    pairs = {_pair(name).strip("`") for name, _, _ in results if name.count("/") > 1}
    pages = {shown[pair] for pair in pairs if pair in shown}
    edited = _names(project, base, "docs")
    pages |= {n.removeprefix("docs/") for n in edited if n.endswith(".md")}
    return [f"- `{page}`" for page in sorted(pages)]


def _outputs(changes: list[Change]) -> Iterator[str]:
    """For each record whose outputs changed, the lines that did."""
    found = False
    for name, before, after in changes:
        lines = [] if name.endswith("certificate.json") else _diff(before, after)
        if lines:
            found = True
            yield _folded(name, lines)
    if not found:
        yield "None."


def _diff(before: bytes | None, after: bytes | None) -> list[str]:
    texts = (_text(before), _text(after))
    diff = list(difflib.unified_diff(*texts, lineterm="", n=1))
    return diff[2:]


def _text(data: bytes | None) -> list[str]:
    """What a record shows, line by line; nothing for what is no record."""
    try:
        record = msgspec.json.decode(data or b"null", type=Record)
    except msgspec.MsgspecError:
        return []
    lines = [line for output in record.outputs for line in _shown(output)]
    return lines + (record.raised.traceback[-1:] if record.raised else [])


def _shown(output: Output) -> list[str]:
    return [*output.stdout, *output.stderr, *map(str, output.warnings)]


def _folded(name: str, lines: list[str]) -> str:
    """A record's changed lines, escaped: what programs print is never markup."""
    shown, rest = lines[:LINES_SHOWN], len(lines) - LINES_SHOWN
    if rest > 0:
        shown = [*shown, f"and {rest} more lines"]
    text = html.escape("\n".join(shown))
    title = html.escape(name.removeprefix("results/"))
    return f"<details><summary>{title}</summary>\n<pre>{text}</pre>\n</details>"
