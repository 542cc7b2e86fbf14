"""No sentence of the article is reproduced.

`article_runs.txt` holds no word of it: a hash of each eight words that follow
one another in it. A text that holds one of these runs is paraphrased until it
does not.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.project import HERE

RUN = 8
DIGITS = 12
HASHES = Path(__file__).with_name("article_runs.txt")
READ = (
    "README.md",
    "docs/**/*.md",
    "docs/*.yaml",
    "docs/notebooks/*.py",
    "snippets/**/pair.toml",
)
LINK = re.compile(r"\]\([^)]*\)")


def hashed(run: str) -> str:
    return hashlib.sha256(run.encode()).hexdigest()[:DIGITS]


def runs(text: str) -> Iterator[str]:
    """Each eight words in order; where a link leads is no word of the text."""
    words = re.findall(r"[a-z0-9]+", LINK.sub("]", text.lower()))
    for first in range(len(words) - RUN + 1):
        yield " ".join(words[first : first + RUN])


def reproduced(text: str, hashes: set[str]) -> list[str]:
    return [run for run in runs(text) if hashed(run) in hashes]


def of_the_article() -> set[str]:
    lines = HASHES.read_text(encoding="utf-8").splitlines()
    return {line for line in lines if not line.startswith("#")}


FILES = sorted({file for pattern in READ for file in HERE.glob(pattern)})


def test_the_list_is_one_of_hashes() -> None:
    hashes = of_the_article()
    assert len(hashes) > 500
    assert all(re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", item) for item in hashes)


def test_a_run_is_found_across_lines_links_and_marks() -> None:
    said = "one two three four five six seven eight"
    text = "Zero. *One* two,\n# `three` [four](a/b.md#c) five: six-seven\n  eight nine"
    assert reproduced(text, {hashed(said)}) == [said]
    assert not reproduced(text.replace("five", "5"), {hashed(said)})


def test_every_kind_of_file_is_read() -> None:
    for pattern in READ:
        assert list(HERE.glob(pattern)), pattern


def test_no_run_of_the_article_is_reproduced() -> None:
    hashes = of_the_article()
    found = {
        str(file.relative_to(HERE)): repeated
        for file in FILES
        if (repeated := reproduced(file.read_text(encoding="utf-8"), hashes))
    }
    assert not found
