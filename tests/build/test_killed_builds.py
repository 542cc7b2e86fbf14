"""Killed at any moment, a build leaves whole files, and the next one mends the rest."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

import pytest

from tests.killing import STATES, Changing

BATCHES, KILLS = 8, 26
TEMPORARY = ".writing-"


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Changing:
    return Changing(tmp_path_factory.mktemp("changing"))


@pytest.mark.parametrize("seed", range(BATCHES))
def test_a_killed_build_leaves_whole_files_and_the_next_one_the_same(
    changing: Changing, seed: int
) -> None:
    """208 kills in all, of builds that run snippets and of builds that only write."""
    random, kills, states = Random(seed), 0, itertools.cycle(STATES)
    while kills < KILLS:
        cold, state = random.random() < 0.125, next(states)  # so each has to write
        changing.become(state, cold)
        if kill(changing, random, cold):
            kills += 1
            check_whole(changing)
        assert changing.finish() == 0
        assert changing.made() == changing.whole[state]


def kill(changing: Changing, random: Random, cold: bool) -> bool:
    """At some time or, as often, in some write; whether it was still at work."""
    if random.random() < 0.5:
        return changing.kill(random.uniform(0, changing.seconds[cold]))
    return changing.kill_writing(random.randrange(changing.writes[cold]))


def check_whole(changing: Changing) -> None:
    """Every file is that of one state or the other; what is neither has no name."""
    for name, content in changing.made().items():
        wholes = [whole.get(name) for whole in changing.whole.values()]
        assert content in wholes or Path(name).name.startswith(TEMPORARY), name
