"""One way to say what is wrong: where, what, and the command that fixes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Problem(Exception):
    """Something a person has to mend, as one line of text.

    `where` is a path relative to the project, with a line number if one is
    known; `what` says what is wrong with it; `remedy` is what to do next.
    """

    def __init__(self, where: str, what: str, remedy: str) -> None:
        self.where, self.what, self.remedy = where, what, remedy
        super().__init__(where, what, remedy)

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class Problems(Exception):
    """Every problem that one step found, so that a person mends them in one go."""

    def __init__(self, found: list[Problem]) -> None:
        self.found = found
        super().__init__(found)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.found)


def each_problem(wrong: Problem | Problems) -> list[Problem]:
    """One or several, as a list."""
    return wrong.found if isinstance(wrong, Problems) else [wrong]


def read_each(read: Callable[[T], U], things: Iterable[T]) -> list[U]:
    """What `read` makes of each; raises `Problems` with all that any of them raised."""
    made, found = [], list[Problem]()
    for thing in things:
        try:
            made.append(read(thing))
        except (Problem, Problems) as wrong:
            found += each_problem(wrong)
    if found:
        raise Problems(found)
    return made
