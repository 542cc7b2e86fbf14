"""Mistakes and breakpoints: run, judged, shown; one clear message for bad input."""

from __future__ import annotations

import json
import shutil
import textwrap
from pathlib import Path

import jsonschema
import pytest

from scripts.build.redraw import redraw
from scripts.corpus.mistakes import holds
from scripts.measurements.debugging import cells
from tests.repository import Repository
from tests.wrong_width import MISTAKE, PROGRAM

SILENT = """
# %% Build
width = 5

# %% Run
print("width", width)
"""
BREAKPOINTS = """
# %% A model
def count(stops):
    print(f"{stops} stops in 4 runs,", "2 with a value")

# %% Called directly
count(4)
"""


def mistake(
    repository: Repository,
    toml: str = MISTAKE,
    pytorch: str = PROGRAM,
    keras: str = PROGRAM,
    name: str = "wrong-width",
) -> Path:
    folder = repository.project.debugging / "mistakes" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mistake.toml").write_text(toml)
    for side, text in (("pytorch", pytorch), ("keras", keras)):
        (folder / f"in_{side}.py").write_text(textwrap.dedent(text).lstrip())
    return folder


def breakpoints(repository: Repository, keras: str = BREAKPOINTS) -> None:
    folder = repository.project.debugging / "breakpoints"
    folder.mkdir(parents=True)
    for side, text in (("pytorch", BREAKPOINTS), ("keras", keras)):
        (folder / f"in_{side}.py").write_text(text.lstrip())


def fragment(repository: Repository, name: str) -> str:
    return (repository.project.fragments / f"debugging-{name}.md").read_text()


def seen(repository: Repository, runtime: str = "pytorch") -> dict[str, object]:
    data = json.loads((repository.project.data / "debugging.json").read_bytes())
    run: dict[str, object] = data["mistakes"][0]["runs"][runtime]
    return run


def test_what_the_error_of_a_mistake_tells(repository: Repository) -> None:
    mistake(repository)
    assert repository.run()[0] == 0
    assert seen(repository) == {
        "outcome": "run",
        "error": "ValueError",
        "message": "layer hidden: 2x5 is not 4 | <b>",
        "layer": True,
        "at_fault": True,
        "remedy": False,
        "frames": 1,
        "own": 1,
        "printed": [],
        "mended": ["width 4"],
    }


@pytest.mark.parametrize(
    ("program", "caught", "outcome"),
    [
        ("# %% Build\nwidth = 5\nassert width == 4\n# %% Run\n1", "construction", ""),
        (PROGRAM, "run", ""),
        (
            "# %% Build\nwidth = 5\nimport warnings\n# %% Run\n"
            "if width != 4:\n    warnings.warn('hidden')\n",
            "warning",
            "",
        ),
        (SILENT, "never", ""),
        (SILENT.replace('"width", width', '"done"'), "never", "no effect"),
    ],
    ids=["construction", "run", "warning", "never", "no-effect"],
)
def test_when_a_mistake_is_caught(
    repository: Repository, program: str, caught: str, outcome: str
) -> None:
    toml = MISTAKE.replace('pytorch = "run"', f'pytorch = "{caught}"')
    mistake(repository, toml, pytorch=program)
    code, printed = repository.run()
    assert code == 0, printed
    assert seen(repository)["outcome"] == (outcome or caught)
    assert seen(repository, "keras-torch")["outcome"] == "run"


def test_messages_and_programs_are_shown_as_text(repository: Repository) -> None:
    mistake(repository)
    repository.run()
    each = fragment(repository, "each")
    assert each.count("\n") == 1
    assert "2x5 is not 4 | &lt;b&gt;" in each
    assert "<b>" not in each
    assert 'id="mistake-wrong-width"' in each
    plain = (repository.project.plain / "debugging-each.md").read_text()
    assert "ValueError: layer hidden: 2x5 is not 4 | <b>\n```" in plain
    assert "<details" not in plain


def test_each_cell_has_a_place_that_a_claim_can_cite(repository: Repository) -> None:
    mistake(repository)
    breakpoints(repository)
    repository.run()
    found = cells(repository.project)
    assert found["debugging/wrong-width/pytorch/caught"].text == "while running"
    assert found["debugging/total/run/keras-torch"].value == 1
    stops = found["debugging/breakpoint/called-directly/pytorch"]
    assert (stops.value, stops.text) == (4, "4 in 4, 2 with a value")
    shown = "".join(
        fragment(repository, name) for name in ("totals", "mistakes", "breakpoints")
    )
    for cell in found.values():
        page, _, place = cell.address.partition("#")
        assert page == "measured/debugging/"
        assert f'<span id="{place}">{cell.text}</span>' in shown


def test_a_mode_that_a_side_lacks_is_left_empty(repository: Repository) -> None:
    more = BREAKPOINTS + "\n# %% Compiled, now\ncount(1)\n"
    breakpoints(repository, keras=more)
    repository.run()
    last = fragment(repository, "breakpoints").splitlines()[-1]
    assert last.startswith("| Compiled, now |  | <span")


def test_the_totals_are_told_in_words(repository: Repository) -> None:
    mistake(repository)
    repository.run()
    told = fragment(repository, "totals")
    assert "**1 typical mistakes were made in PyTorch and Keras on torch" in told
    assert "An error stopped 1 and 1 of them" in told


def test_data_keeps_to_its_schema_also_without_mistakes(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    data, schema = (
        json.loads((repository.project.data / f"debugging{end}.json").read_bytes())
        for end in ("", ".schema")
    )
    jsonschema.validate(data, schema)
    assert (data["mistakes"], data["breakpoints"]) == ([], {})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('title = "A', "title = A", "cannot be read: Invalid value"),
        ("[keras]", "[jax]", "unknown field `jax`"),
        ('layer = "hidden"', 'layer = ""', "pytorch: layer is empty"),
        ('wrong = "width = 5"', 'wrong = "depth"', "wrong stands 0 times in in_pyt"),
        ('wrong = "width = 5"', 'wrong = "width"', "wrong stands 4 times in in_pyt"),
        ('wrong = "width = 5"', 'wrong = ""', "wrong stands 0 times in in_pytorch"),
        ('["width"]', '["units"]', "the remedy 'units' does not stand in right"),
        ('pytorch = "run"', 'pytorch = "soon"', "Invalid enum value 'soon'"),
    ],
)
def test_a_malformed_mistake_gets_one_message(
    repository: Repository, old: str, new: str, expected: str
) -> None:
    assert old in MISTAKE
    mistake(repository, MISTAKE.replace(old, new, 1))
    code, printed = repository.run()
    assert code == 1
    (line,) = printed.splitlines()
    assert line.startswith("snippets/_debugging/mistakes/wrong-width/mistake.toml: ")
    assert expected in line


def test_a_mistake_that_is_caught_otherwise_is_refused(repository: Repository) -> None:
    mistake(repository, pytorch=SILENT)
    code, printed = repository.run()
    assert code == 1
    assert (
        "snippets/_debugging/mistakes/wrong-width/mistake.toml: pytorch is declared "
        "'run' in "
        "[caught], but the run says 'never'; look at the run, then write: "
        'pytorch = "never"'
    ) in printed
    assert not repository.project.results.exists()


def test_a_mended_program_that_still_fails_is_refused(repository: Repository) -> None:
    mistake(
        repository, MISTAKE.replace('right = "width = 4"', 'right = "width = 6"', 1)
    )
    code, printed = repository.run()
    assert code == 1
    (line,) = [n for n in printed.splitlines() if n.startswith("snippets/_debugging/")]
    assert "in_pytorch.py:6: error on pytorch: ValueError: layer hidden" in line
    assert "python -m scripts run mistakes/wrong-width/mended" in line


def test_a_program_without_the_two_cells_is_refused(repository: Repository) -> None:
    mistake(repository, keras=PROGRAM.replace("# %% Run", "# %% Go"))
    code, printed = repository.run()
    assert code == 1
    assert "in_keras.py:1: has the cells ['Build', 'Go'], not ['Build', 'Run']" in (
        printed
    )


def test_a_missing_program_is_named(repository: Repository) -> None:
    (mistake(repository) / "in_keras.py").unlink()
    breakpoints(repository)
    (repository.project.debugging / "breakpoints" / "in_keras.py").unlink()
    for name in ("mistakes/wrong-width", "breakpoints"):
        code, printed = repository.run(name)
        assert code == 1
        assert f"snippets/_debugging/{name}/in_keras.py: is missing" in printed


def test_one_mistake_can_be_run_alone(repository: Repository) -> None:
    mistake(repository)
    mistake(repository, name="other-width")
    code, printed = repository.run("mistakes/other-width")
    assert code == 0
    assert "0 pairs: 4 of 4 runs made, 4 files written" in printed
    code, printed = repository.run("mistakes/none")
    remedy = "see what there is with: ls snippets/_debugging/mistakes"
    assert (code, printed) == (1, f"mistakes/none: is no mistake; {remedy}\n")


def test_check_tells_a_record_that_differs(repository: Repository) -> None:
    mistake(repository)
    repository.run()
    path = repository.project.results / "mistakes/wrong-width/pytorch.json"
    path.write_text(path.read_text().replace("2x5", "2x6"))
    code, printed = repository.run("--check")
    assert code == 1
    assert printed.startswith("results/mistakes/wrong-width/pytorch.json: error was")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("2x5 and 4x3", "5", True),
        ("2x15", "5", False),
        ("of Linear", "Linear|Dense", True),
        ("of BiLinear", "Linear", False),
        ("use_bias", "bias", False),
    ],
)
def test_a_message_holds_whole_words(text: str, words: str, found: bool) -> None:
    assert holds(text, words) is found


def test_the_page_is_drawn_from_what_is_committed(repository: Repository) -> None:
    mistake(repository)
    breakpoints(repository)
    repository.run()
    before = fragment(repository, "mistakes")
    record = repository.project.results / "mistakes/wrong-width/pytorch.json"
    shutil.rmtree(repository.project.root / "build")
    shutil.rmtree(repository.project.cache)
    redraw(repository.project)
    assert fragment(repository, "mistakes") == before
    record.write_text(record.read_text().replace("2x5", "2x7"))
    redraw(repository.project)
    assert "2x7" in fragment(repository, "each")
