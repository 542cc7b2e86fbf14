"""`run --shard 2/4`: parts that cover everything exactly once."""

from __future__ import annotations

import re

import pytest

from scripts.corpus.shard import Shard
from tests.repository import SNIPPET, Repository

NAMES = [f"topic/pair-{number}" for number in range(200)]
MADE = re.compile(r"(topic/pair-\d) on (\S+): ok")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7, 500])
def test_every_name_is_in_exactly_one_shard(count: int) -> None:
    shards = [Shard(number, count) for number in range(1, count + 1)]
    parts = [[name for name in NAMES if shard.holds(name)] for shard in shards]
    assert sorted(name for part in parts for name in part) == sorted(NAMES)


def test_shards_are_of_about_one_size() -> None:
    sizes = [sum(Shard(number, 4).holds(n) for n in NAMES) for number in range(1, 5)]
    assert min(sizes) > 35
    assert max(sizes) < 65


def test_the_division_is_the_same_on_every_machine() -> None:
    """As it was first made: what machines have cached by shard stays of use."""
    held = [name for name in NAMES[:12] if Shard(2, 4).holds(name)]
    assert held == HELD


HELD = ["topic/pair-3", "topic/pair-5", "topic/pair-7", "topic/pair-9"]


def test_all_shards_together_run_and_write_what_one_run_does(
    repository: Repository,
) -> None:
    for number in range(5):
        repository.pair(f"topic/pair-{number}", SNIPPET.replace("done", str(number)))
    made = []
    for number in (3, 1, 2):
        code, printed = repository.run("--shard", f"{number}/3")
        assert code == 0
        made += MADE.findall(printed)
    pairs = [f"topic/pair-{number}" for number in range(5)]
    sides = ("keras-torch", "pytorch")
    runs = [(pair, side) for pair in pairs for side in sides]
    assert sorted(made) == sorted(runs)
    code, printed = repository.run("--check")
    assert (code, "0 of 10 runs made, everything as committed" in printed) == (0, True)


def test_a_part_may_be_empty(repository: Repository) -> None:
    repository.pair()
    ends = [repository.run("--shard", f"{number}/9") for number in range(1, 10)]
    assert [code for code, _ in ends] == [0] * 9
    assert sum("1 pairs: 2 of 2 runs made" in printed for _, printed in ends) == 1
    assert sum("0 pairs: 0 of 0 runs made" in printed for _, printed in ends) == 8


@pytest.mark.parametrize("check", [["--check"], []])
def test_one_shard_sees_what_belongs_to_no_pair_and_none_removes_another_s(
    repository: Repository, check: list[str]
) -> None:
    for number in range(4):
        repository.pair(f"topic/pair-{number}", SNIPPET.replace("done", str(number)))
    repository.run()
    stray = repository.project.results / "topic/gone/pytorch.json"
    stray.parent.mkdir()
    stray.write_text("{}")
    before = repository.files().keys()
    ends = [repository.run("--shard", f"{n}/3", *check) for n in (3, 2, 1)]
    assert [code for code, _ in ends] == ([0, 0, 1] if check else [0, 0, 0])
    name = repository.project.show(stray)
    assert before - repository.files().keys() == (set() if check else {name})


@pytest.mark.parametrize(
    ("shard", "told"),
    [
        ("0/4", "--shard 0/4: there is no shard 0 of 4; the shards are 1/4 to 4/4"),
        ("5/4", "--shard 5/4: there is no shard 5 of 4; the shards are 1/4 to 4/4"),
        ("1/0", "--shard 1/0: there are no 0 shards; write it as: --shard 2/4"),
        ("a/b", "--shard a/b: is no part of a whole; write it as: --shard 2/4"),
        ("2", "--shard 2: is no part of a whole; write it as: --shard 2/4"),
        ("-1/4", "--shard -1/4: is no part of a whole; write it as: --shard 2/4"),
        ("1/4/2", "--shard 1/4/2: is no part of a whole; write it as: --shard 2/4"),
        ("", "--shard : is no part of a whole; write it as: --shard 2/4"),
    ],
)
def test_a_shard_that_does_not_exist(
    repository: Repository, shard: str, told: str
) -> None:
    repository.pair()
    before = repository.files()
    code, printed = repository.run(f"--shard={shard}")
    assert (code, printed) == (1, told + "\n")
    assert repository.files() == before
