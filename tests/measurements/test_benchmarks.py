"""What was timed: what is refused, and how it is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from scripts.cli.main import main
from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.measurements.benchmarks import Measured, benchmarks_path, read_benchmarks
from scripts.measurements.ladder import RUNGS
from scripts.measurements.sessions import again_path
from scripts.measurements.speed import OWN, cells, duration, ratio_in_words
from scripts.pages.overviews.overview import OVERVIEWS, Known
from tests.machines import put, spread
from tests.repository import Repository

FIT = ("workloads", "mlp", "keras-torch-fit")


def setting(value: object, *path: str) -> Callable[[dict[str, Any]], None]:
    """Something that puts `value` at a place in results."""

    def change(content: dict[str, Any]) -> None:
        *folders, last = path
        for name in folders:
            content = content[name]
        content[last] = value

    return change


def removing(*path: str) -> Callable[[dict[str, Any]], None]:
    def change(content: dict[str, Any]) -> None:
        *folders, last = path
        for name in folders:
            content = content[name]
        del content[last]

    return change


FAULTS = {
    "another version": (setting(2, "schema"), "is of schema version 2"),
    "another name": (setting("other", "machine", "name"), "the machine 'other'"),
    "no rung": (removing(*FIT), "mlp lacks keras-torch-fit"),
    "no workload": (removing("workloads", "lstm"), "workloads lacks lstm"),
    "no batch size": (removing("sweep", "128"), "sweep lacks 128"),
    "an unknown rung": (
        lambda c: setting(c["workloads"]["mlp"]["pytorch-eager"], *FIT[:2], "x")(c),
        "mlp holds x, which is not known",
    ),
    "a negative time": (
        setting(-0.1, *FIT, "timing", "step", "median"),
        "Expected `float` > 0.0 - at `$.workloads[...][...].timing.step.median`",
    ),
    "no number": (
        setting(None, *FIT, "timing", "ratio", "low"),
        "Expected `float`, got `null`",
    ),
    "an interval beside its median": (
        setting({"median": 3.0, "low": 1.0, "high": 2.0}, *FIT, "timing", "ratio"),
        "mlp/keras-torch-fit: the interval of ratio does not hold its median",
    ),
    "an impossible warm-up": (
        setting(9.0, *FIT, "first_step"),
        "mlp/keras-torch-fit: the first step outlasts the warm-up",
    ),
    "an unknown field": (setting(1, "winner"), "unknown field `winner`"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_file_that_is_not_sound_is_refused_by_name(
    repository: Repository, fault: str
) -> None:
    change, message = FAULTS[fault]
    put(repository.project, "a-machine", change)
    with pytest.raises((Problem, Problems)) as caught:
        read_benchmarks(repository.project)
    told = str(caught.value)
    assert told.startswith("results/benchmarks/a-machine.json: ")
    assert message in told
    assert "python -m scripts bench --machine a-machine --replace" in told
    assert len(told.splitlines()) == 1


def test_a_file_that_is_not_json_is_refused(repository: Repository) -> None:
    path = benchmarks_path(repository.project, "a-machine")
    path.parent.mkdir(parents=True)
    path.write_text('{"schema": 1')
    with pytest.raises(Problem, match="cannot be read"):
        read_benchmarks(repository.project)


def bench(project: Project, *more: str) -> int:
    return main(["bench", "--project", str(project.root), *more])


def test_a_machine_that_is_there_is_not_measured_again(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository.project)
    path = benchmarks_path(repository.project, "a-machine")
    before = path.read_bytes()
    assert bench(repository.project, "--machine", "a-machine") == 1
    told = capsys.readouterr().err
    assert "a-machine.json: this machine has been measured already" in told
    assert "--replace" in told
    assert path.read_bytes() == before


def test_a_workload_that_does_not_exist_is_refused(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench(repository.project, "--workload", "gan") == 1
    told = capsys.readouterr().err
    assert "there is no workload 'gan'; name one of mlp, cnn" in told


def test_two_sessions_are_compared_cell_by_cell(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository.project, "one")
    put(repository.project, "two", setting(spread(4.0), *FIT, "timing", "ratio"))
    files = [str(benchmarks_path(repository.project, n)) for n in ("one", "two")]
    assert bench(repository.project, "--compare", *files) == 0
    told = capsys.readouterr().out.splitlines()
    ratios = sum(len(rungs) - 1 for rungs in RUNGS.values()) + 5 * 4
    assert told[0].startswith(f"ratio: {ratios - 1} of {ratios} intervals overlap")
    assert told[1].endswith("(100.0%)")
    assert told[2].startswith("mlp/keras-torch-fit/ratio: 2 [1.8, 2.2] and 4 ")


def test_a_second_session_is_told_beside_the_first(repository: Repository) -> None:
    put(repository.project)
    assert "Measured again" not in rendered(repository.project)["speed-machines.md"]
    again = again_path(repository.project, "a-machine")
    again.parent.mkdir()
    put(repository.project, change=setting(spread(4.0), *FIT, "timing", "ratio"))
    benchmarks_path(repository.project, "a-machine").rename(again)
    put(repository.project)
    ratios = sum(len(rungs) - 1 for rungs in RUNGS.values()) + 5 * 4
    told = rendered(repository.project)["speed-machines.md"]
    assert f"the intervals overlap for {ratios - 1} of {ratios} ratios" in told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (0.98, 1.04, "no measurable difference [0.98, 1.04]"),
        (1.0, 1.02, "no measurable difference [1.00, 1.02]"),
        (1.004, 1.02, "1.01 [1.00, 1.02]"),
        (0.9, 0.98, "0.94 [0.90, 0.98]"),
    ],
)
def test_a_difference_is_told_only_where_the_interval_excludes_one(
    low: float, high: float, told: str
) -> None:
    assert ratio_in_words(Measured((low + high) / 2, low, high)) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0.00123456, "1.23 ms"), (0.25, "250 ms"), (1, "1 s"), (83.27, "83.3 s")],
)
def test_durations_have_three_digits(seconds: float, told: str) -> None:
    assert duration(seconds) == told


def rendered(project: Project) -> dict[str, str]:
    (speed,) = (o for o in OVERVIEWS if o.module == "measured.speed")
    files = speed.render(project, Known([], [], {}))
    return {path.name: text.decode() for path, text in files.items()}


def test_every_cell_is_on_the_page_at_its_address(repository: Repository) -> None:
    put(repository.project, OWN)
    put(repository.project)
    page = rendered(repository.project)["speed-machines.md"]
    named = cells(repository.project)
    assert named["speed/mlp/keras-torch-fit/ratio"].value == 2.0
    assert named["speed/batch-8/keras-jax-fit/ratio"].text == "2.00 [1.80, 2.20]"
    assert named["speed-a-machine/inference/pytorch-eager/memory"].text == "300 MiB"
    for name, cell in named.items():
        page_of, _, place = cell.address.partition("#")
        assert page_of == "measured/speed/", name
        assert page.count(f'id="{place}"') == 1, name


def test_the_projects_own_machine_comes_first(repository: Repository) -> None:
    put(repository.project, "a-machine")
    put(repository.project, OWN, setting("Own", "machine", "device"))
    page = rendered(repository.project)["speed-machines.md"]
    heads = [line for line in page.splitlines() if line.startswith("## ")]
    assert heads == ["## Own, 2 cores", "## A &lt;processor&gt;, 2 cores"]
    assert "### An LSTM on a-machine" in page


def test_the_answer_gives_the_span_of_every_rung(repository: Repository) -> None:
    ratio = ("workloads", "lstm", "keras-jax-fit", "timing", "ratio")
    put(repository.project, OWN, setting(spread(0.5), *ratio))
    answer = rendered(repository.project)["speed-answer.md"]
    assert "- `keras-jax-fit`: 0.50 (lstm) to 2.00 (" in answer


def test_figures_say_in_words_what_they_show(repository: Repository) -> None:
    ratio = ("workloads", "cnn", "keras-jax-fit", "timing", "ratio")
    put(repository.project, OWN, setting(spread(1.02), *ratio))
    page = rendered(repository.project)["speed-machines.md"]
    assert "keras-jax-fit: no measurable difference [0.92, 1.12]" in page
    assert "keras-torch-fit: from 2.00 at 8 to 2.00 at 2048" in page
    assert page.count("<svg ") == len(RUNGS) + 1


def test_what_was_timed_is_published_with_its_schema(repository: Repository) -> None:
    put(repository.project)
    files = rendered(repository.project)
    content = json.loads(files["benchmarks.json"])
    jsonschema.validate(content, json.loads(files["benchmarks.schema.json"]))
    (machine,) = content["machines"]
    assert machine["workloads"]["mlp"]["pytorch-compile"]["timing"]["rounds"] == [0.02]


def test_without_a_machine_the_page_says_so(repository: Repository) -> None:
    files = rendered(repository.project)
    assert files["speed-answer.md"].startswith("No machine has been measured yet")
    assert json.loads(files["benchmarks.json"])["machines"] == []


def test_a_build_keeps_what_was_timed_and_shows_it(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    put(repository.project, OWN)
    assert repository.run()[0] == 0
    fragment = repository.project.fragments / "speed-machines.md"
    assert 'id="cell-speed-mlp-keras-torch-fit-ratio"' in fragment.read_text()
    assert benchmarks_path(repository.project, OWN).exists()
