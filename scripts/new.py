"""Start a pair: a working example on both sides, and its line on a page."""

from __future__ import annotations

from pathlib import Path

from scripts.pairs import NAME
from scripts.plan import INCLUDED
from scripts.problems import Problem
from scripts.project import Project, write_atomically

TEMPLATES = Path(__file__).parent / "templates" / "new"


def start_pair(project: Project, name: str, page: str | None) -> list[Path]:
    """Write the files of the pair `name` and include it on `page`.

    Without a page, takes the one that shows most pairs of the same topic.
    Raises `Problem`, and then has written nothing, when the name is invalid
    or taken or no page can be found.
    """
    _check_name(project, name)
    target = _page(project, name, page)
    title = name.rpartition("/")[2].replace("-", " ").capitalize()
    folder = project.snippets / name
    files = {
        folder / source.name: source.read_text().replace("TITLE", title).encode()
        for source in sorted(TEMPLATES.iterdir())
    }
    shown = target.read_text(encoding="utf-8").rstrip("\n")
    files[target] = f'{shown}\n\n--8<-- "{name}.md"\n'.encode()
    for path, content in files.items():
        write_atomically(path, content)
    return list(files)


def _check_name(project: Project, name: str) -> None:
    parts = name.split("/")
    if len(parts) != 2 or not all(map(NAME.fullmatch, parts)):
        remedy = "name it as topic/pair in lower case: make new PAIR=layers/group-norm"
        raise Problem(name or "(no name)", "is no name for a pair", remedy)
    folder = project.snippets / name
    if folder.exists():
        remedy = "choose another name, or edit what is there"
        raise Problem(project.show(folder), "exists already", remedy)


def _page(project: Project, name: str, page: str | None) -> Path:
    pages = sorted((project.root / "docs").rglob("*.md"))
    if page:
        chosen = project.root / "docs" / f"{page.removesuffix('.md')}.md"
        if chosen not in pages:
            remedy = f"name one of {', '.join(p.stem for p in pages)}"
            raise Problem(project.show(chosen), "is no page", remedy)
        return chosen
    topic = name.partition("/")[0]
    counts = {p: _shown_of(topic, p) for p in pages}
    if not any(counts.values()):
        what = f"no page shows a pair of the topic {topic!r} yet"
        raise Problem(name, what, f"name one: make new PAIR={name} PAGE=functionality")
    return max(counts, key=lambda p: counts[p])


def _shown_of(topic: str, page: Path) -> int:
    found = INCLUDED.findall(page.read_text(encoding="utf-8"))
    return sum(shown == topic for shown, _ in found)
