"""What a record holds: text, warnings, figures and values, cell by cell."""

from __future__ import annotations

import textwrap

import pytest

from scripts.results.records import Series, Warned
from tests.repository import TOML, Repository

WARNS = """
[warns]
pytorch = ["DeprecationWarning: old"]
keras = ["DeprecationWarning: old"]
"""


def outputs(repository: Repository, text: str, toml: str = TOML):  # type: ignore[no-untyped-def]
    """The record of a snippet that was run on both sides."""
    repository.pair(pytorch=textwrap.dedent(text), toml=toml)
    code, printed = repository.run()
    assert code == 0, printed
    return repository.record()


def test_text_belongs_to_its_cell_and_its_stream(repository: Repository) -> None:
    record = outputs(
        repository,
        """
        # %% One
        import os, sys
        print("out")
        print("err", file=sys.stderr)
        # %% Two
        os.write(1, b"native\\n")
        os.system("echo from a process")
        value = 1
        """,
    )
    one, two = record.outputs
    assert (one.stdout, one.stderr) == (["out"], ["err"])
    assert (two.stdout, two.stderr) == (["native", "from a process"], [])


def test_bytes_that_are_no_text_are_shown_as_such(repository: Repository) -> None:
    text = "# %% One\nimport os\nvalue = os.write(1, b'\\xff!')\n"
    assert outputs(repository, text).outputs[0].stdout == ["\\xff!"]


def test_nothing_of_this_machine_is_kept(repository: Repository) -> None:
    record = outputs(
        repository,
        """
        # %% One
        import os
        print(os.getcwd(), __file__)
        print(object(), "\\x1b[1mbold\\x1b[0m")
        print(os.listdir(), os.environ["TZ"], os.environ["LC_ALL"])
        value = 1
        """,
    )
    assert record.outputs[0].stdout == [
        ". in_pytorch.py",
        "<object object at 0x…> bold",
        "[] UTC C.UTF-8",
    ]


def test_the_program_is_the_main_module_and_reads_nothing(
    repository: Repository,
) -> None:
    record = outputs(
        repository,
        """
        # %% One
        from __future__ import annotations
        import sys
        # %% Two
        def f(x: not_defined) -> None: pass
        print(__name__, sys.argv == [__file__], sys.stdin.read() == "")
        value = 1
        """,
    )
    assert record.outputs[1].stdout == ["__main__ True True"]


def test_warnings_are_kept_with_their_category(repository: Repository) -> None:
    record = outputs(
        repository,
        """
        # %% One
        import warnings
        warnings.warn("old", DeprecationWarning)
        value = 1
        """,
        toml=TOML + WARNS,
    )
    assert record.outputs[0].warnings == [Warned("DeprecationWarning", "old")]
    assert record.outputs[0].stderr == []


DRAW = """
# %% Draw
import matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.plot([0, 1], [2.0, 0.5], label="loss")
axes.set(title="Loss", xlabel="epoch", ylabel="loss")
value = 1
"""


def test_a_figure_is_kept_as_numbers(repository: Repository) -> None:
    (figure,) = outputs(repository, DRAW).outputs[0].figures
    assert (figure.title, figure.x_label, figure.y_label) == ("Loss", "epoch", "loss")
    assert figure.series == [Series("loss", [0.0, 1.0], [2.0, 0.5])]


MATRIX = 'axes.plot([0, 1], [2.0, 0.5], label="loss")'


def test_a_matrix_is_kept_as_numbers_and_told_in_words(repository: Repository) -> None:
    draw = DRAW.replace(MATRIX, "axes.imshow([[5, 2], [0, 3]])")
    (figure,) = outputs(repository, draw).outputs[0].figures
    assert (figure.series, figure.matrix) == ([], [[5.0, 2.0], [0.0, 3.0]])
    shown = (repository.project.fragments / "topic" / "pair.md").read_text()
    assert "8 of 10 on the diagonal; the largest entry beside it is 2" in shown
    assert shown.count("<svg") == 2


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("axes.plot(", "axes.scatter(", "a figure may hold lines, made with plot()"),
        (MATRIX, "axes.imshow([[[0.1, 0.2, 0.3]]])", "no colours"),
        ("value = 1", "axes.imshow([[1, 2]]); value = 1", "or one matrix"),
        ('title="Loss", ', "", "a figure needs a title and a label on both axes"),
    ],
)
def test_a_figure_that_pages_cannot_redraw_is_refused(
    repository: Repository, old: str, new: str, why: str
) -> None:
    repository.pair(pytorch=DRAW.replace(old, new))
    code, printed = repository.run()
    assert (code, why in printed) == (1, True)


@pytest.mark.parametrize(
    ("expression", "dtype", "shape", "numbers"),
    [
        ("1", "int64", [], "1"),
        ("True", "bool", [], "1"),
        ("[0.1, 2]", "float64", [2], "0.1 2.0"),
        ("numpy.float32([[0.1], [1e-30]])", "float32", [2, 1], "0.1 1e-30"),
        ("numpy.zeros((0, 2))", "float64", [0, 2], ""),
    ],
)
def test_values_are_kept_exactly(
    repository: Repository, expression: str, dtype: str, shape: list[int], numbers: str
) -> None:
    record = outputs(repository, f"# %% One\nimport numpy\nvalue = {expression}\n")
    value = record.values["value"]
    assert (value.dtype, value.shape, value.numbers) == (dtype, shape, numbers)


RAISES = TOML.replace('"identical"', '"illustrative"').partition("[compare]")[0]
RAISES += '[raises]\npytorch = "KeyError: gone"\nkeras = "KeyError: gone"\n'


class TestDeclaredError:
    """An error that a pair is about is content; any other is a failure."""

    def test_is_kept_with_the_frames_of_the_snippet(
        self, repository: Repository
    ) -> None:
        text = """
            # %% One
            def look():
                return {}["gone"]
            # %% Two
            print("before")
            look()
            """
        record = outputs(repository, text, RAISES)
        assert record.outputs[1].stdout == ["before"]
        assert record.raised is not None
        assert record.raised.traceback == [
            "Traceback (most recent call last):",
            '  File "in_pytorch.py", line 6, in <module>',
            "    look()",
            '  File "in_pytorch.py", line 3, in look',
            '    return {}["gone"]',
            "KeyError: 'gone'",
        ]

    @pytest.mark.parametrize(
        ("code", "why"),
        [
            ("pass", "did not raise, but pair.toml says raises = 'KeyError: gone'"),
            ("{}['other']", "raised \"KeyError: 'other'\", but pair.toml says"),
            ("1 / 0", "raised 'ZeroDivisionError: division by zero', but"),
            ("{}['gone']\n# %% Two\npass", "came before the last cell"),
        ],
    )
    def test_fails_when_it_is_not_the_declared_one(
        self, repository: Repository, code: str, why: str
    ) -> None:
        repository.pair(pytorch=f"# %% One\n{code}\n", toml=RAISES)
        ended, printed = repository.run()
        assert (ended, why in printed) == (1, True), printed
