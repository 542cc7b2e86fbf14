"""Warnings: each is declared on the pair that is about it, or the build fails."""

from __future__ import annotations

import pytest

from tests.repository import SNIPPET, TOML, Repository

WARNING = SNIPPET + 'import warnings\n\nwarnings.warn("mind the gap")\n'
DECLARED = '[warns]\nkeras = ["UserWarning: the gap"]\n'


def test_a_warning_that_is_not_declared_fails_and_writes_nothing(
    repository: Repository,
) -> None:
    repository.pair(keras=WARNING)
    before = repository.files()
    code, printed = repository.run()
    assert code == 1
    assert printed.splitlines()[-1] == (
        "snippets/topic/pair/in_keras.py: warns on keras-torch: UserWarning: mind the "
        "gap; mend what causes it, or declare it under [warns] of pair.toml"
    )
    assert repository.files() == before


def test_a_declared_warning_is_shown(repository: Repository) -> None:
    repository.pair(keras=WARNING, toml=TOML + DECLARED)
    assert repository.run()[0] == 0
    fragment = repository.project.fragments / "topic" / "pair.md"
    assert "mind the gap" in fragment.read_text()


def test_declaring_a_warning_makes_no_run_again(repository: Repository) -> None:
    folder = repository.pair(keras=WARNING)
    repository.run()
    (folder / "pair.toml").write_text(TOML + DECLARED)
    code, printed = repository.run()
    assert (code, "0 of 2 runs made" in printed) == (0, True)


@pytest.mark.parametrize(
    "declared",
    [
        'pytorch = ["UserWarning: the gap"]',
        'keras = ["DeprecationWarning: the gap"]',
        'keras = ["UserWarning: another"]',
    ],
)
def test_side_category_and_text_have_to_fit(
    repository: Repository, declared: str
) -> None:
    repository.pair(keras=WARNING, toml=f"{TOML}[warns]\n{declared}\n")
    code, printed = repository.run()
    assert (code, "warns on keras-torch" in printed) == (1, True)


def test_a_declared_warning_that_no_run_gives_fails(repository: Repository) -> None:
    repository.pair(toml=TOML + DECLARED)
    code, printed = repository.run()
    assert code == 1
    assert "pair.toml: warns: no run of keras warns 'UserWarning: the gap'" in printed
