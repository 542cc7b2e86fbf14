"""Ways to plant a fault: what is put into which file of a project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Plant = Callable[[Path], None]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def new(name: str, text: str = "x") -> Plant:
    """A file that was not there."""

    def plant(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)

    return plant


def change(name: str, old: str, other: str) -> Plant:
    """Other words in a file, the first time that it has them."""

    def plant(root: Path) -> None:
        text = (root / name).read_text()
        assert old in text, f"{name} has no {old}"
        (root / name).write_text(text.replace(old, other, 1))

    return plant


def add(name: str, text: str) -> Plant:
    """More words at the end of a file."""

    def plant(root: Path) -> None:
        (root / name).write_text((root / name).read_text() + text)

    return plant


def remove(name: str) -> Plant:
    """A file that is not there."""
    return lambda root: (root / name).unlink()


def link(name: str, target: str) -> Plant:
    """A symbolic link."""
    return lambda root: (root / name).symlink_to(target)


def big(name: str, size: int) -> Plant:
    """A file of many bytes, which takes no room on the disk."""

    def plant(root: Path) -> None:
        with (root / name).open("ab") as file:
            file.truncate(size)

    return plant


def all_of(*plants: Plant) -> Plant:
    """Several at once, for a fault that needs two files."""

    def plant(root: Path) -> None:
        for one in plants:
            one(root)

    return plant


def in_text(html: str) -> Plant:
    """HTML in the text of a built page."""
    return change("site/ledger/index.html", "</article>", f"{html}</article>")


def in_head(html: str) -> Plant:
    """HTML in the head of a built page."""
    return change("site/ledger/index.html", "</head>", f"{html}</head>")


def drawing(inner: str) -> Plant:
    """A built picture with something in it."""
    return new("site/assets/figure.svg", DRAWING.format(inner))
