"""`run --scheduler`: a Dask cluster makes the runs, and they are as made here."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.core.project import HERE, Project
from tests.repository import RUNTIMES, SNIPPET, TOML, Repository

pytestmark = pytest.mark.xdist_group("cluster")
DASK = [sys.executable, "-m", "dask"]
ENDED = re.compile(r"^\[\d+/\d+\] .*  (\S+ on \S+): (\S+)$", re.MULTILINE)
SLOW = SNIPPET + "\nimport time; time.sleep(0.3); print({number})\n"
Process = subprocess.Popen[str]


@contextmanager
def started(*words: str, until: str, **more: str) -> Iterator[tuple[Process, str]]:
    """A process of Dask's, and what it said at last, once it has said `until`."""
    process = subprocess.Popen(
        [*DASK, *words, "--host", "127.0.0.1"],
        cwd=HERE,
        env=os.environ | more,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr
        yield process, next(line for line in process.stderr if until in line)
    finally:
        process.kill()
        process.communicate()


@contextmanager
def scheduler() -> Iterator[tuple[Process, str]]:
    """A scheduler and its address."""
    words = ("scheduler", "--port", "0", "--no-dashboard")
    with started(*words, until="Scheduler at:") as (process, line):
        yield process, line.split()[-1]


@contextmanager
def worker(address: str, **more: str) -> Iterator[Process]:
    """A worker in a process of its own, which the scheduler knows."""
    words = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with started(*words, until="Registered to:", **more) as (process, _):
        yield process


@pytest.fixture
def cluster() -> Iterator[tuple[str, list[Process]]]:
    """A scheduler's address and its two workers."""
    with scheduler() as (_, address), worker(address) as one, worker(address) as two:
        yield address, [one, two]


def repository_in(folder: Path, capture: pytest.CaptureFixture[str]) -> Repository:
    """Six pairs of two runs each that take a while."""
    (folder / "snippets").mkdir(parents=True)
    (folder / "snippets" / "runtimes.toml").write_text(RUNTIMES)
    made = Repository(Project(folder), capture)
    for number in range(6):
        made.pair(f"topic/pair-{number}", SLOW.format(number=number))
    text = "# %% Read\nprint(open('data.csv').read())\nvalue = 1\n"
    pair = made.pair("topic/file", text, toml='files = ["data.csv"]\n' + TOML)
    (pair / "data.csv").write_text("1,2")
    raises = "# %% Fail\nraise ValueError('as told')\n"
    toml = TOML[: TOML.index("[compare]")].replace("identical", "illustrative")
    told = toml + '[raises]\npytorch = "ValueError: as"\nkeras = "ValueError: as"\n'
    made.pair("topic/raises", raises, toml=told)
    return made


@pytest.fixture
def several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Repository:
    return repository_in(tmp_path / "far", capsys)


def generated(made: Repository) -> dict[str, bytes]:
    return {name: content for name, (content, _) in made.files().items()}


def run_beside(
    made: Repository, address: str, then: Callable[[int], object]
) -> tuple[int, str]:
    """Run on the cluster; call `then` with the number of each run that ends."""
    words = [sys.executable, "-m", "scripts", "run", "--scheduler", address]
    with subprocess.Popen(
        [*words, "--project", str(made.project.root)],
        cwd=HERE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        printed = ""
        for line in process.stdout or ():
            printed += line
            if ENDED.match(line):
                then(len(ENDED.findall(printed)))
    return process.returncode, printed


def test_a_worker_is_killed_half_way_and_nothing_is_lost_or_made_twice(
    cluster: tuple[str, list[Process]],
    several: Repository,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And every file is, byte for byte, what a run on this machine writes."""
    address, workers = cluster

    def end_one(count: int) -> None:
        if count == 5:
            workers[0].kill()

    code, printed = run_beside(several, address, end_one)
    assert code == 0, printed
    runs = [run for run, status in ENDED.findall(printed) if status == "ok"]
    assert len(set(runs)) == 16
    assert sorted(runs) == sorted([*set(runs)] * 2)  # new records are made twice
    assert "8 pairs: 16 of 16 runs made" in printed
    assert workers[0].wait() == -signal.SIGKILL
    here = repository_in(tmp_path / "here", capsys)
    assert here.run()[0] == 0
    assert generated(several) == generated(here)
    assert "0 of 16 runs made" in several.run("--check")[1]


@pytest.mark.parametrize(
    ("keras", "status"),
    [
        ("while True: pass", "timeout"),
        ("x = bytes(300_000_000)", "memory-limit"),
        ("import os; os._exit(0)", "exit"),
        ("print('x' * 100_000)", "output-limit"),
    ],
)
def test_limits_hold_on_a_worker_as_here(
    one_worker: str, repository: Repository, keras: str, status: str
) -> None:
    seconds = 2.0 if status == "timeout" else 300.0
    limits = f"[limits]\nseconds = {seconds}\nmemory_mib = 200\n"
    keras = f"# %% The first step\nvalue = [1.0, 2.0]\n# %% The second step\n{keras}\n"
    repository.pair(keras=keras, toml=TOML + limits)
    ends = [repository.run("--scheduler", one_worker), repository.run()]
    assert [code for code, _ in ends] == [1, 1]
    there, here = (printed.splitlines()[-1] for _, printed in ends)
    assert f": {status} on keras-torch: " in there
    assert there == here
    assert not repository.project.results.exists()


@pytest.fixture(scope="module")
def one_worker() -> Iterator[str]:
    with scheduler() as (_, address), worker(address):
        yield address


def refused(made: Repository, address: str, *expected: str) -> None:
    """Run on the cluster; expect one line that says this, and no file touched."""
    before = made.files()
    code, printed = made.run("--scheduler", address)
    assert code == 1
    assert printed.startswith(f"--scheduler {address}: "), printed
    assert printed.count("\n") == 1, printed
    for text in expected:
        assert text in printed
    assert made.files() == before


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:9", "127.0.0.1:9", "nowhere://x", "tcp://"]
)
def test_a_scheduler_that_is_not_there(
    repository: Repository, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.execution.cluster.PATIENCE", 1.0)
    repository.pair()
    refused(repository, address, "no scheduler answers", "-m dask scheduler")


def test_a_scheduler_without_a_worker(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.execution.cluster.PATIENCE", 1.0)
    repository.pair()
    with scheduler() as (_, address):
        refused(repository, address, "has no worker", f"-m dask worker {address}")


def test_a_scheduler_that_dies_keeps_what_had_ended(several: Repository) -> None:
    before = generated(several)
    with scheduler() as (process, address), worker(address):

        def end(count: int) -> None:
            if count == 4:
                process.kill()

        code, printed = run_beside(several, address, end)
    assert code == 1
    assert printed.count("the scheduler has gone") == 1
    assert printed.splitlines()[-1].startswith(f"--scheduler {address}: ")
    assert generated(several) == before
    made = len(ENDED.findall(printed))
    assert f"{16 - made} of 16 runs made" in several.run()[1]


@pytest.fixture
def only_here(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Repository:
    """A framework that this process finds installed and a worker does not."""
    told = tmp_path / "installed" / "only_here-1.0.dist-info" / "METADATA"
    told.parent.mkdir(parents=True)
    told.write_text("Metadata-Version: 2.1\nName: only-here\nVersion: 1.0\n")
    monkeypatch.syspath_prepend(told.parent.parent)
    pins = repository.project.root / "requirements" / "frameworks.txt"
    pins.parent.mkdir()
    pins.write_text("only-here==1.0\n")
    return repository


def test_a_worker_without_the_frameworks(
    only_here: Repository, one_worker: str
) -> None:
    only_here.pair()
    told = "pins only-here 1.0, but it is not installed; install it with: make install"
    refused(only_here, one_worker, "has a worker that is unfit", told)


def test_a_worker_with_another_version_of_the_program(
    repository: Repository, one_worker: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.execution.cluster.PROGRAM", b"another")
    repository.pair()
    told = "scripts: is another version of this program"
    refused(repository, one_worker, told, "same commit")


def test_a_worker_without_the_wall_where_it_is_required(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANDBOX", "required")
    repository.pair()
    with scheduler() as (_, address), worker(address, SANDBOX="off"):
        refused(repository, address, "bubblewrap: the sandbox is required")
