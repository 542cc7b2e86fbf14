"""A new record is made twice under two hash seeds: what does not repeat is refused."""

from __future__ import annotations

import io
import shutil
import textwrap
from pathlib import Path

import pytest

from scripts.site.preview.worker import serve_answers
from tests.repository import RUNTIMES, SNIPPET, TOML, Repository

SUM = "sum(float(word) for word in {str(n / 7) for n in range(9)})"
KERAS = "snippets/topic/pair/in_keras.py"
CELL = "# %% First\nvalue = 1\n\n# %% Second\n"
LOOSE = TOML.replace('"equal"', "{ atol = 9.0 }")
WARNS = '[warns]\nkeras = ["UserWarning: a letter"]\n'
WHIMS = {
    "a hash": ('print(hash("word"))', "cell 2: stdout was"),
    "the order of a set": ("print({*'abcdefgh'})", "cell 2: stdout was"),
    "a draw": ("import random\nprint(random.random())", "cell 2: stdout was"),
    "numpy's": ("import numpy\nvalue = numpy.random.rand()", "value differs"),
    "the time": ("import time\nprint(time.time_ns())", "cell 2: stdout was"),
    "a warning": (
        "import warnings\nletters = {*'abcdefgh'}\n"
        "warnings.warn(f'a letter of {letters}')",
        "cell 2: warnings was",
    ),
    "last digits": (f"value = {SUM}", "the last digits of value are others"),
    "printed digits": (f"print({SUM})", "cell 2: the last digits are others"),
    "an error": (
        "if hash('word') % 1000 == 739: raise ValueError('no')",
        "the second time, under another hash seed: error on keras-torch: ValueError",
    ),
}


def repeats(repository: Repository) -> list[Path]:
    """The records that were made once more here."""
    return sorted((repository.project.cache / "repeats").glob("*"))


@pytest.mark.parametrize("name", WHIMS)
def test_what_does_not_repeat_is_refused(repository: Repository, name: str) -> None:
    code, told = WHIMS[name]
    toml = LOOSE + (WARNS if name == "a warning" else "")
    repository.pair(pytorch=CELL + "value = 36 / 7", keras=CELL + code, toml=toml)
    before = repository.files()
    ended, printed = repository.run()
    assert ended == 1
    (line,) = [line for line in printed.splitlines() if line.startswith(KERAS)]
    assert told in line
    assert "python -m scripts run topic/pair" in line
    assert repository.files() == before


def test_what_is_refused_stays_refused_until_it_is_mended(
    repository: Repository,
) -> None:
    repository.pair(keras=SNIPPET.replace('"done"', "{*'abcdefgh'}"))
    assert [repository.run()[0] for _ in range(2)] == [1, 1]
    repository.pair()
    assert repository.run()[0] == 0


def test_what_repeats_is_made_twice_and_written(repository: Repository) -> None:
    repository.pair()
    code, printed = repository.run()
    assert (code, len(repeats(repository))) == (0, 2), printed
    assert "2 new records are made again, to see that they repeat" in printed


def test_many_are_made_again_once_all_were_made(repository: Repository) -> None:
    for number in range(5):
        repository.pair(f"topic/pair-{number}", SNIPPET.replace("done", str(number)))
    code, printed = repository.run()
    assert (code, len(repeats(repository))) == (0, 10), printed
    assert printed.count("[10/10]") == 2


def test_what_agrees_with_its_committed_record_is_made_once(
    repository: Repository,
) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    shutil.rmtree(repository.project.cache)
    code, printed = repository.run("--force")
    assert (code, "2 of 2 runs made" in printed) == (0, True)
    assert repeats(repository) == []


def test_only_what_is_new_is_made_twice(repository: Repository) -> None:
    repository.pair()
    repository.run()
    before = repeats(repository)
    repository.pair(keras=SNIPPET.replace("done", "changed"), pytorch=SNIPPET)
    assert repository.run()[0] == 0
    assert len(repeats(repository)) == len(before) + 1


def test_a_record_that_was_made_twice_is_not_made_a_third_time(
    repository: Repository,
) -> None:
    repository.pair()
    repository.run()
    times = {path: path.stat().st_ctime_ns for path in repeats(repository)}
    (repository.project.results / "topic/pair/pytorch.json").unlink()
    assert repository.run()[0] == 0
    assert {p: p.stat().st_ctime_ns for p in repeats(repository)} == times


@pytest.mark.parametrize("exact", ["true", "false"])
def test_a_runtime_that_is_not_exact_may_differ_in_last_digits(
    repository: Repository, exact: str
) -> None:
    path = repository.project.root / "snippets" / "runtimes.toml"
    last = RUNTIMES.replace('after = "pytorch"', f'after = "pytorch"\nexact = {exact}')
    path.write_text(last)
    repository.pair(pytorch=CELL + "value = 36 / 7", keras=CELL + f"value = {SUM}")
    assert repository.run()[0] == (1 if exact == "true" else 0)


class TestServing:
    """What is saved is shown at once; the next build makes it a second time."""

    def serve(self, repository: Repository, keras: str) -> str:
        repository.pair(pytorch=CELL + "pass", keras=textwrap.dedent(CELL + keras))
        told = io.StringIO()
        serve_answers(repository.project, io.StringIO("\n\n"), told)
        return told.getvalue()

    def test_makes_nothing_twice(self, repository: Repository) -> None:
        answers = self.serve(repository, "print({*'abcdefgh'})").splitlines()
        assert answers == ['{"made":2,"problems":[]}', '{"made":0,"problems":[]}']
        assert repeats(repository) == []

    def test_leaves_it_to_the_next_build(self, repository: Repository) -> None:
        self.serve(repository, "print({*'abcdefgh'})")
        for _ in range(2):
            code, printed = repository.run()
            assert (code, "is not deterministic on keras-torch" in printed) == (1, True)

    def test_what_repeats_is_made_once_more_and_then_never(
        self, repository: Repository
    ) -> None:
        self.serve(repository, "print('done')")
        assert "2 new records" in repository.run()[1]
        assert len(repeats(repository)) == 2
        assert "new records" not in repository.run()[1]
