"""Start a pair: a working example on both sides, and its line on a page."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.core.problems import Problem
from scripts.core.project import Project, write_atomically
from scripts.corpus.pairs import BREAKPOINTS, MISTAKES, NAME, NOTEBOOKS
from scripts.corpus.placement import COUNTED, INCLUDED

TEMPLATES = Path(__file__).parent / "new_pair"
NAMED = "name it as topic/pair in lower case: make new PAIR=layers/group-norm"
RESERVED = (NOTEBOOKS, MISTAKES, BREAKPOINTS, *COUNTED)
LONGEST = 60
"""Characters of a title: it is a heading, and stands in the first line of a file."""


@dataclass(frozen=True)
class Wanted:
    """The pair to start; what is empty is chosen from its name."""

    name: str
    title: str = ""
    question: str = ""
    page: str = ""


def start_pair(project: Project, wanted: Wanted) -> list[Path]:
    """Write the files of a pair and include it on its page; the page is last.

    Raises `Problem`, and then has written nothing, when the name is invalid or
    taken, a text does not fit, or no page can be found.
    """
    check_name(project, wanted.name)
    title = wanted.title or title_of(wanted.name)
    question = wanted.question or "What would a person ask about this?"
    check_title(title)
    check_question(question)
    page = page_for(project, wanted.name, wanted.page)
    words = {"TITLE": title, "QUESTION": json.dumps(question, ensure_ascii=False)}
    files = _filled(project.snippets / wanted.name, words)
    files[page] = _including(page.read_text(encoding="utf-8"), wanted.name).encode()
    for path, content in files.items():
        write_atomically(path, content)
    return list(files)


def next_steps(project: Project, name: str, written: list[Path]) -> str:
    """What was written, and what to do with it."""
    page = written[-1].relative_to(project.root / "docs").with_suffix("").as_posix()
    folder = "" if page == "index" else f"{page}/"
    return "\n".join(
        [
            *(f"wrote {project.show(path)}" for path in written),
            "It runs as it is. Now make it yours:",
            f"  make serve   look at http://127.0.0.1:8000/{folder}"
            f"#{name.replace('/', '-')} while you edit",
            "  make quick   before you commit; CONTRIBUTING.md says what comes then",
        ]
    )


def check_name(project: Project, name: str) -> None:
    """Raise `Problem` unless a pair of this name can be started."""
    parts = name.split("/")
    if len(parts) != 2 or not all(map(NAME.fullmatch, parts)):
        raise Problem(name or "(no name)", "is no name for a pair", NAMED)
    check_topic(parts[0])
    folder = project.snippets / name
    if folder.exists():
        remedy = "choose another name, or edit what is there"
        raise Problem(project.show(folder), "exists already", remedy)


def check_topic(topic: str) -> None:
    """Raise `Problem` unless pairs can be filed under this topic."""
    if not NAME.fullmatch(topic):
        remedy = "use lower case, digits and single hyphens, such as layers"
        raise Problem(topic or "(no topic)", "is no name for a topic", remedy)
    if topic in RESERVED:
        what = "is a folder of results that come from no pair"
        raise Problem(topic, what, "choose another topic")


def check_title(title: str) -> None:
    """Raise `Problem` unless a title can be a heading and open a docstring."""
    if not title.strip() or len(title) > LONGEST:
        what = f"has {len(title)} characters; a title has 1 to {LONGEST}"
        raise Problem("the title", what, "give a shorter or longer one")
    if not title.isprintable() or set('"\\') & set(title):
        what = "has a quotation mark, a backslash or a control character"
        raise Problem("the title", what, "leave it out")


def check_question(question: str) -> None:
    """Raise `Problem` unless it is one line that ends as a question."""
    if not question.isprintable() or not question.rstrip().endswith("?"):
        what = "is not one line that ends with a question mark"
        raise Problem("the question", what, "ask what a reader would ask")


def title_of(name: str) -> str:
    """A title made of a pair's name."""
    return name.rpartition("/")[2].replace("-", " ").capitalize()


def page_for(project: Project, name: str, page: str) -> Path:
    """The page of that name, or the one that shows most pairs of the topic.

    Raises `Problem` when there is none.
    """
    pages = sorted((project.root / "docs").rglob("*.md"))
    if page:
        chosen = project.root / "docs" / f"{page.removesuffix('.md')}.md"
        if chosen not in pages:
            names = (p.relative_to(project.root / "docs").as_posix() for p in pages)
            remedy = f"name one of {', '.join(n.removesuffix('.md') for n in names)}"
            raise Problem(f"docs/{chosen.name}", "is no page", remedy)
        return chosen
    topic = name.partition("/")[0]
    counts = {p: len(_shown_of(topic, p.read_text(encoding="utf-8"))) for p in pages}
    if not any(counts.values()):
        what = f"no page shows a pair of the topic {topic!r} yet"
        remedy = f"name one: make new PAIR={name} PAGE=reference/training"
        raise Problem(name, what, remedy)
    return max(counts, key=lambda p: counts[p])


def _shown_of(topic: str, text: str) -> list[int]:
    """Where the lines that show pairs of a topic, or of any, end in a page."""
    found = INCLUDED.finditer(text)
    return [match.end() for match in found if topic in ("", match[1])]


def _including(text: str, name: str) -> str:
    """A page that shows one more pair, after the last one of its topic."""
    ends = _shown_of(name.partition("/")[0], text) or _shown_of("", text)
    place = ends[-1] if ends else len(text.rstrip("\n"))
    rest = text[place:] or "\n"
    return f'{text[:place]}\n\n--8<-- "{name}.md"{rest}'


def _filled(folder: Path, words: dict[str, str]) -> dict[Path, bytes]:
    """The example with its words in place, by where it is to be written."""
    sources = sorted(path for path in TEMPLATES.iterdir() if path.is_file())
    texts = {folder / path.name: path.read_text(encoding="utf-8") for path in sources}
    pattern = re.compile("|".join(words))
    return {
        path: pattern.sub(lambda match: words[match[0]], text).encode()
        for path, text in texts.items()
    }
