"""The drawing of the rooms and the trip of a snippet, made from the code.

Both stand in `.github/guides/program.md` between two marks.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from dataclasses import dataclass
from pathlib import Path

from scripts.core.markup import table
from scripts.core.problems import Problem
from scripts.core.project import HERE, write_if_changed

PAGE = HERE / ".github" / "guides" / "program.md"
BEGIN, END = "<!-- made by: python -m scripts guide -->", "<!-- made until here -->"
TRIP = (
    "corpus.find:read_pair",
    "results.runs:run_key",
    "execution.runner:Runner.make",
    "execution.worker_pool:WorkerPool.submit",
    "execution.child.fork_server:Server",
    "execution.child.child:Child",
    "execution.child.execute:Execution.run",
    "results.certify:certify",
    "pages.pairs.files:render_pair",
    "site.publish:publish",
)
"""What a saved snippet comes by, as module and function, in this order."""


@dataclass(frozen=True)
class Room:
    """A folder of `scripts/`: what it is for, how many modules, what it imports."""

    name: str
    purpose: str
    modules: int
    imports: frozenset[str]


def write_guide() -> bool:
    """Write the made part of the guide; whether it changed. Raises `Problem`."""
    text = PAGE.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        remedy = f"put it back: git checkout {PAGE.relative_to(HERE)}"
        raise Problem(str(PAGE.relative_to(HERE)), f"has lost the mark {BEGIN}", remedy)
    made = "\n\n".join([drawing(rooms()), sizes(rooms()), trip()])
    content = f"{before}{BEGIN}\n\n{made}\n\n{END}{after}"
    return write_if_changed(PAGE, content.encode())


def rooms() -> list[Room]:
    """Every room, those first that import nothing of those that follow."""
    folders = [p.parent for p in (HERE / "scripts").glob("*/__init__.py")]
    found = {folder.name: _room(folder) for folder in folders}
    ordered: list[Room] = []
    while left := [r for r in found.values() if r not in ordered]:
        done = {room.name for room in ordered}
        ready = [room for room in left if room.imports <= done]
        ordered += sorted(ready or left, key=lambda room: room.name)
    return ordered


def drawing(found: list[Room]) -> str:
    """The rooms and their imports as Mermaid, without those that follow from others."""
    lines = [f'    {room.name}["{room.name}"]' for room in found]
    known = {room.name: room for room in found}
    for room in found:
        lines += [f"    {room.name} --> {name}" for name in _direct(room, known)]
    return "\n".join(["```mermaid", "flowchart BT", *lines, "```"])


def sizes(found: list[Room]) -> str:
    """What each room is for, and how many modules it has."""
    rows = [[f"`scripts/{r.name}/`", r.purpose, str(r.modules)] for r in found]
    return table(["room", "what it is for", "modules"], rows)


def trip() -> str:
    """What a saved snippet comes by on its way to a page."""
    rows = []
    for number, stop in enumerate(TRIP, start=1):
        module, _, name = stop.partition(":")
        first = (inspect.getdoc(_named(module, name)) or "").partition("\n")[0]
        rows.append([str(number), f"`{module}`", f"`{name}`", first])
    return table(["", "module", "function", "what happens"], rows)


def _named(module: str, name: str) -> object:
    found: object = importlib.import_module(f"scripts.{module}")
    for part in name.split("."):
        found = getattr(found, part)
    return found


def _room(folder: Path) -> Room:
    paths = [p for p in folder.rglob("*.py") if "new_pair" not in p.parts]
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    purpose = ast.get_docstring(ast.parse(texts[folder / "__init__.py"])) or ""
    imports = {name for text in texts.values() for name in _imported(text)}
    return Room(
        folder.name,
        purpose.partition("\n")[0],
        sum(path.name != "__init__.py" for path in paths),
        frozenset(imports - {folder.name}),
    )


def _imported(text: str) -> set[str]:
    """The rooms that a module imports."""
    nodes = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.ImportFrom)]
    names = [(node.module or "").split(".") for node in nodes]
    return {parts[1] for parts in names if parts[0] == "scripts" and len(parts) > 1}


def _direct(room: Room, known: dict[str, Room]) -> list[str]:
    """What a room imports, less what it would reach through another."""
    reached = {name for i in room.imports for name in known[i].imports}
    return sorted(room.imports - reached)
