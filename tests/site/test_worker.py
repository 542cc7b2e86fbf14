"""Serving: what is saved is run at once, and drawn even where nothing can be run."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from scripts.cli.main import main
from scripts.site.preview.processes import Worker
from scripts.site.preview.worker import Answer, serve_answers
from tests.repository import SNIPPET, Repository

FAILS = SNIPPET.replace('print("done")', 'raise ValueError("no")')


class Steps(io.StringIO):
    """Lines that ask, where each line is preceded by something that is saved."""

    def __init__(self, *steps: Any) -> None:
        super().__init__()
        self.steps = steps

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        for step in self.steps:
            step()
            yield "\n"


def answers(repository: Repository, *steps: Any) -> list[Any]:
    """What is answered after each step."""
    told = io.StringIO()
    serve_answers(repository.project, Steps(*steps), told)
    return [json.loads(line) for line in told.getvalue().splitlines()]


def fragment(repository: Repository) -> str:
    return (repository.project.fragments / "topic/pair.md").read_text()


def render(repository: Repository) -> tuple[int, str]:
    code = main(["render", "--project", str(repository.project.root)])
    printed = repository.capture.readouterr()
    return code, printed.out + printed.err


def generated(repository: Repository) -> dict[str, bytes]:
    project = repository.project
    folders = (project.fragments, project.plain, project.downloads, project.data)
    return {
        project.show(path): path.read_bytes()
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file()
    }


def clear(*folders: Path) -> None:
    for folder in folders:
        for path in sorted(folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def test_a_saved_snippet_is_run_and_drawn(repository: Repository) -> None:
    def save() -> None:
        repository.pair(pytorch=SNIPPET.replace("done", "saved"))

    first, second, third = answers(repository, repository.pair, save, lambda: None)
    assert (first["made"], second["made"], third["made"]) == (2, 2, 0)
    assert "saved" in fragment(repository)


def test_a_failing_snippet_is_told_and_the_last_good_record_stays(
    repository: Repository,
) -> None:
    def fail() -> None:
        repository.pair(pytorch=FAILS, keras=SNIPPET)

    _, failed, mended = answers(repository, repository.pair, fail, repository.pair)
    (problem,) = failed["problems"]
    assert problem["where"] == "snippets/topic/pair/in_pytorch.py:6"
    assert "error on pytorch: ValueError: no" in problem["text"]
    assert mended["problems"] == []
    assert "done" in fragment(repository)
    assert repository.record().outputs[1].stdout == ["done"]


def test_bad_input_is_told_and_serving_goes_on(repository: Repository) -> None:
    def spoil() -> None:
        repository.pair(toml="title = ")

    spoilt, mended = answers(repository, spoil, repository.pair)
    assert "pair.toml:1" in spoilt["problems"][0]["where"]
    assert (mended["made"], mended["problems"]) == (2, [])


def test_pages_are_drawn_from_what_is_committed(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    before = generated(repository)
    project = repository.project
    clear(project.cache, project.root / "build", project.downloads, project.data)
    code, printed = render(repository)
    assert (code, generated(repository)) == (0, before), printed


def test_drawing_runs_nothing(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    clear(repository.project.cache)
    code, printed = render(repository)
    assert (code, "0 of 2 runs made" in printed) == (0, True), printed
    assert not (repository.project.cache / "runs").exists()


@pytest.mark.parametrize("folder", ["results", "snippets"])
def test_a_pair_without_its_own_records_is_not_drawn(
    repository: Repository, folder: str
) -> None:
    repository.pair()
    repository.pair("topic/other")
    assert repository.run()[0] == 0
    drawn = fragment(repository)
    if folder == "results":
        (repository.project.results / "topic/pair/pytorch.json").unlink()
    else:
        repository.pair(pytorch=SNIPPET.replace("done", "changed"), keras=SNIPPET)
    code, printed = render(repository)
    assert code == 1
    what = "has not been run yet" if folder == "results" else "has changed since it"
    assert f"snippets/topic/pair/in_pytorch.py: {what}" in printed
    assert "make run" in printed
    assert fragment(repository) == drawn


def test_whoever_has_just_cloned_waits_for_nobodys_runs(repository: Repository) -> None:
    """Serving takes committed records as made, and runs what is saved since."""
    repository.pair("topic/other")
    repository.pair()
    assert repository.run()[0] == 0
    before = generated(repository)
    project = repository.project
    clear(project.cache, project.root / "build", project.downloads, project.data)

    def save() -> None:
        repository.pair(pytorch=SNIPPET.replace("done", "saved"), keras=SNIPPET)

    first, second, third = answers(repository, lambda: None, save, lambda: None)
    assert first == {"made": 0, "problems": []}
    assert (second["made"], third["made"]) == (2, 0)
    assert "saved" in fragment(repository)
    repository.pair()
    answers(repository, lambda: None)
    assert generated(repository) == before


def test_what_others_ran_is_run_here_before_it_is_published(
    repository: Repository,
) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    clear(repository.project.cache)
    assert "0 of 2 runs made" in repository.run("--committed")[1]
    assert "2 of 2 runs made" in repository.run()[1]


def test_a_record_of_another_snippet_is_not_taken(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    clear(repository.project.cache)
    repository.pair(pytorch=SNIPPET.replace("done", "changed"), keras=SNIPPET)
    code, printed = repository.run("--committed")
    assert (code, "2 of 2 runs made" in printed) == (0, True), printed
    assert repository.record().outputs[1].stdout == ["changed"]


@pytest.mark.parametrize("other", ["--force", "--check"])
def test_committed_records_prove_nothing(repository: Repository, other: str) -> None:
    repository.pair()
    code, printed = repository.run("--committed", other)
    assert code != 0
    assert "--committed goes with neither" in printed


@pytest.mark.parametrize("kills", [1, 2])
def test_a_worker_that_is_killed_is_started_again(
    repository: Repository, kills: int
) -> None:
    """What it was asked is not lost, unless the next one is killed too."""

    async def asked() -> list[Answer]:
        worker, killed = Worker(repository.project), set[int]()
        first = asyncio.create_task(worker.ask([]))
        while len(killed) < kills:
            if worker.process and worker.process.pid not in killed:
                killed.add(worker.process.pid)
                worker.process.kill()
            await asyncio.sleep(0)
        answers = [await first, await worker.ask([])]
        await worker.close()
        return answers

    repository.pair()
    with ThreadPoolExecutor(1) as pool:  # a browser's loop may run in this thread
        first, then = pool.submit(lambda: asyncio.run(asked())).result()
    assert (first.made, then.made) == ((2, 0) if kills == 1 else (0, 2))
    texts = [problem.text for problem in first.problems]
    assert any("has ended unexpectedly" in text for text in texts) == (kills == 2)
    assert then.problems == []
