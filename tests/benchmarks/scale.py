"""`python -m tests.benchmarks.scale`: how everything grows with the number of pairs.

Generated projects of plain Python, so that what is measured is the program and no
framework: every pair has two sides of four cells, and four of them stand on a page.
For each size: all runs of an empty checkout; then nothing to do, `run` and `--check`;
one snippet saved; all pages drawn from what is committed; the site. Seconds are by the
clock and memory is that of the process that uses most, a table in Markdown.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import typer

from scripts.core.project import HERE
from tests.benchmarks.processes import Used, measure
from tests.benchmarks.site_build import COPIED, MKDOCS, SITE, copy, replace_pages

PAIRS = 4  # on a page
SIZES = "200,1000,5000"
HEAD = "---\ntitle: {title}\ndescription: {title}.\n---\n\n# {title}\n\n"
RUNTIMES = """\
[pytorch]
side = "pytorch"
preload = ["json"]

[keras-torch]
side = "keras"
after = "pytorch"
environment = { KERAS_BACKEND = "torch" }
"""
TOML = """\
title = "Pair {number}"
question = "Does the sum of pair {number} agree?"
answer = "It does: `total` is equal on both sides, and so are all {number} others."
pytorch = "torch.thing_{number}"
keras = "keras.Thing{number}"
grade = "identical"

[compare]
total = "equal"
"""
SNIPPET = """\
# %% Numbers that both sides make
numbers = [{number} + step / 8 for step in range(100)]
print("numbers:", len(numbers), "the first", numbers[0])

# %% What is added up
total = [sum(numbers[: end + 1]) for end in range(100)]
for end in range(0, 100, 25):
    print(f"up to {{end:3}}: {{total[end]:.4g}}")

# %% What comes out
# on the side of {side}
largest = max(total)
print("largest:", f"{{largest:.4g}}")
assert largest == total[-1]

# %% Once more, the other way round
print("smallest:", f"{{min(total):.4g}}")
"""
STEPS = {
    "all runs": ["run"],
    "nothing to do": ["run"],
    "nothing to check": ["run", "--check"],
    "one snippet saved": ["run"],
    "all drawn": ["render"],
}


def main(sizes: str = SIZES) -> None:
    """Measure the sizes, such as `200,1000`."""
    typer.echo(f"| pairs | {' | '.join([*STEPS, 'site'])} | memory | search | page |")
    typer.echo("| ---: " * (len(STEPS) + 5) + "|")
    for size in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            typer.echo(_row(write_project(Path(folder), size), size))


def _row(project: Path, size: int) -> str:
    used = dict(_steps(project))
    memory = max(u.memory for name, u in used.items() if name != "site")
    index = (project / "site" / "search" / "search_index.json").stat().st_size / 1000
    pages = list((project / "site" / "generated").rglob("index.html"))
    page = sum(path.stat().st_size for path in pages) / len(pages)
    seconds = " | ".join(f"{u.clock:.1f} s" for u in used.values())
    return (
        f"| {size:,} | {seconds} | {memory:,.0f} MiB | {index:,.0f} kB"
        f" | {page / 1000:.0f} kB |"
    )


def _steps(project: Path) -> Iterator[tuple[str, Used]]:
    command = [sys.executable, "-m", "scripts"]
    for name, words in STEPS.items():
        if name == "one snippet saved":
            _save_one(project)
        if name == "all drawn":
            for made in ("build", "docs/downloads", "docs/data"):
                shutil.rmtree(project / made)
        asked = [*command, *words, "--project", str(project)]
        yield name, measure(asked, project, PYTHONPATH=str(HERE))
    told = {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": ""}
    yield "site", measure([MKDOCS, "build"], project, **told)


def _save_one(project: Path) -> None:
    for side in ("pytorch", "keras"):
        path = project / "snippets" / "part-0" / "pair-0" / f"in_{side}.py"
        text = path.read_text(encoding="utf-8")
        path.write_text(text + 'print("saved")\n', encoding="utf-8")


def write_project(folder: Path, size: int) -> Path:
    """A project of so many pairs, a hundred in a topic, with pages that show them."""
    for name in (*COPIED, *(f"docs/{name}" for name in SITE)):
        copy(HERE / name, folder / name)
    (folder / "snippets").mkdir(parents=True, exist_ok=True)
    (folder / "snippets" / "runtimes.toml").write_text(RUNTIMES)
    for number in range(size):
        _write_pair(folder, number)
    pages = range(0, size, PAIRS)
    for page, first in enumerate(pages):
        _write_page(folder, page, [_name(n) for n in range(first, first + PAIRS)])
    (folder / "docs" / "index.md").write_text(HEAD.format(title="Overview"))
    replace_pages(folder, len(pages))
    return folder


def _name(number: int) -> str:
    return f"part-{number // 100}/pair-{number}"


def _write_pair(folder: Path, number: int) -> None:
    target = folder / "snippets" / _name(number)
    target.mkdir(parents=True)
    (target / "pair.toml").write_text(TOML.format(number=number))
    for side in ("pytorch", "keras"):
        text = SNIPPET.format(number=number, side=side)
        (target / f"in_{side}.py").write_text(text)


def _write_page(folder: Path, number: int, pairs: list[str]) -> None:
    shown = "\n\n".join(f'--8<-- "{pair}.md"' for pair in pairs)
    path = folder / "docs" / "generated" / f"{number}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(title=f"Page {number}") + shown + "\n")


if __name__ == "__main__":
    typer.run(main)
