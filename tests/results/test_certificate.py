"""What a certificate says, and when a pair turns the build red."""

from __future__ import annotations

import pytest

from tests.repository import TOML, Repository


def pair(
    repository: Repository, ours: str, theirs: str, compare: str, grade: str
) -> tuple[int, str]:
    """Run a pair whose sides only set values."""
    head = TOML.partition("[compare]")[0].replace("identical", grade)
    cell = "# %% Only\nimport numpy\n"
    repository.pair(
        pytorch=cell + ours, keras=cell + theirs, toml=f"{head}[compare]\n{compare}"
    )
    return repository.run()


NAIVE = 'naive = "differs"\nmatched = "equal"'


@pytest.mark.parametrize(
    ("ours", "theirs", "compare", "grade"),
    [
        ("a = 1", "a = 1", "", "illustrative"),
        ("a = 1", "a = 1", 'a = "equal"', "identical"),
        ("a = 1.0", "a = 1.000009", 'a = "equal"', "identical"),
        ("naive = matched = 1", "naive = 2; matched = 1", NAIVE, "settable"),
        ("naive_x = 1", "naive_x = 2", 'naive_x = "differs"', "settable"),
        ("a = 1", "a = 2", 'a = "differs"', "structural"),
        ("a = 1", "a = 1.5", "a = { rtol = 0.5 }", "identical"),
    ],
)
def test_the_grade_is_measured(
    repository: Repository, ours: str, theirs: str, compare: str, grade: str
) -> None:
    code, printed = pair(repository, ours, theirs, compare, grade)
    assert code == 0, printed
    assert repository.certificate().grade == grade


@pytest.mark.parametrize(
    ("ours", "theirs", "compare", "grade", "message"),
    [
        (
            "a = [1.0, 2.0]",
            "a = [1.0, 2.02]",
            'a = "equal"',
            "identical",
            "topic/pair: a differs by 0.02 (relative 0.0099) at [1] on keras-torch,"
            " beyond rtol 1e-05, atol 1e-06",
        ),
        (
            "a = numpy.float32([[0.1, 5]])",
            "a = numpy.float32([[0.1, 5.00006]])",
            'a = "equal"',
            "identical",
            "a differs by 6.01e-05 (relative 1.2e-05) at [0, 1]",
        ),
        (
            "naive = 1.0",
            "naive = 1.0",
            'naive = "differs"',
            "settable",
            "naive is declared to differ, but is equal on keras-torch",
        ),
        (
            "a = 1",
            "a = 1",
            'a = "equal"',
            "settable",
            "the grade is declared as 'settable' but measured as 'identical'"
            " (equal as written)",
        ),
        (
            "a = 1",
            "a = 2",
            'a = "differs"',
            "settable",
            "declared as 'settable' but measured as 'structural'",
        ),
        ("a = 0.0", "a = 2e-6", 'a = "equal"', "identical", "a differs by 2e-06"),
    ],
)
def test_a_declaration_that_the_numbers_do_not_bear_out(
    repository: Repository,
    ours: str,
    theirs: str,
    compare: str,
    grade: str,
    message: str,
) -> None:
    code, printed = pair(repository, ours, theirs, compare, grade)
    assert code == 1
    assert "snippets/topic/pair/pair.toml: " in printed
    assert message in printed
    assert not (repository.project.root / "results").exists()


def test_the_numbers_of_a_comparison(repository: Repository) -> None:
    ours = "a = numpy.float32([[1, 2], [3, -4]])"
    theirs = "a = numpy.float32([[1, 2], [3, -5]])"
    pair(repository, ours, theirs, 'a = "differs"', "structural")
    (found,) = repository.certificate().comparisons["keras-torch"]
    assert (found.name, found.shape, found.at) == ("a", [2, 2], [1, 1])
    assert (found.largest, found.relative) == (1.0, 0.2)
    assert (found.equal, found.expected) == (False, False)


def test_a_pair_that_stops_agreeing_is_caught_by_check_as_well(
    repository: Repository,
) -> None:
    pair(repository, "a = 1.0", "a = 1.0", 'a = "equal"', "identical")
    path = repository.project.snippets / "topic/pair/in_keras.py"
    path.write_text(path.read_text().replace("a = 1.0", "a = 1.01"))
    code, printed = repository.run("--check")
    assert (code, "a differs by 0.01" in printed) == (1, True)
