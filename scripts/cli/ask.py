"""Ask on the terminal which pair to start; each answer is checked at once."""

from __future__ import annotations

from collections.abc import Callable

import typer

from scripts.cli.new import (
    Wanted,
    check_name,
    check_question,
    check_title,
    check_topic,
    page_for,
    title_of,
)
from scripts.core.problems import Problem
from scripts.core.project import Project


def ask_pair(project: Project) -> Wanted:
    """The pair that a person describes; nothing is written."""
    topics = sorted(path.name for path in project.snippets.glob("[!._]*/"))
    typer.echo("Topics so far: " + ", ".join(topics))
    topic = _ask("Topic", check_topic)
    short = _ask("Name, such as group-norm", lambda n: _check(project, topic, n))
    name = f"{topic}/{short}"
    title = _ask("Title", check_title, title_of(name))
    question = _ask("The question that a reader has", check_question)
    page = _ask("Page", lambda p: _check_page(project, name, p), _page(project, name))
    return Wanted(name, title, question, page)


def _check(project: Project, topic: str, name: str) -> None:
    check_name(project, f"{topic}/{name}")


def _check_page(project: Project, name: str, page: str) -> None:
    page_for(project, name, page)


def _page(project: Project, name: str) -> str | None:
    """The page that is proposed; None where the topic is new."""
    try:
        page = page_for(project, name, "")
    except Problem:
        return None
    return page.relative_to(project.root / "docs").with_suffix("").as_posix()


def _ask(text: str, check: Callable[[str], None], default: str | None = None) -> str:
    """An answer that passes the check; asks again, and says why, until it does."""

    def read(answer: str) -> str:
        try:
            check(answer.strip())
        except Problem as problem:
            raise typer.BadParameter(str(problem)) from None
        return answer.strip()

    answer: str = typer.prompt(text, default=default, value_proc=read)
    return answer
