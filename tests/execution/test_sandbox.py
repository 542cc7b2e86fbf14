"""Whether there is a sandbox: required, wanted, off; and where there can be none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.core.project import HERE
from scripts.execution.messages import Outcome
from scripts.execution.worker_pool import WorkerPool
from scripts.results.cache import Cache
from tests.repository import Repository

NONE = "bwrap is not installed"
REFUSED = (
    f"bubblewrap: the sandbox is required, but {NONE}; install it with: make tools"
)
GUIDE = ".github/guides/running.md"
NOTE = f"note: snippets run without the sandbox, since {NONE}; see {GUIDE}"
PROGRAM = """
from multiprocessing import Pipe
import msgspec
from scripts.execution.messages import Outcome, Request
from scripts.corpus.pairs import Limits
from scripts.execution.child.fork_server import Server

class Closed:
    sandboxed = False
    def fork(self):
        raise OSError(1, "Operation not permitted")

ours, theirs = Pipe()
request = Request(7, "a.py", "1", [1], [], [], "", "", [], Limits())
Server(theirs, Closed())._start(msgspec.json.encode(request))
print(msgspec.json.decode(ours.recv_bytes(), type=Outcome).status)
"""


@pytest.fixture
def bare(repository: Repository, tmp_path: Path) -> Repository:
    """A pair that was never run, on a machine whose PATH is an empty folder."""
    repository.pair()
    (tmp_path / "path").mkdir()
    return repository


def run(repository: Repository, **environment: str) -> tuple[int, str]:
    """`python -m scripts run` with these variables and no others of a sandbox."""
    path = repository.project.root / "path"
    left = {k: v for k, v in os.environ.items() if k not in ("CI", "SANDBOX")}
    root = str(repository.project.root)
    ran = subprocess.run(
        [sys.executable, "-m", "scripts", "run", "--project", root],
        cwd=HERE,
        env=left | {"PATH": str(path)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


def fake(repository: Repository, script: str) -> None:
    """A bubblewrap that does only what `script` says."""
    path = repository.project.root / "path" / "bwrap"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


@pytest.mark.parametrize(
    "environment", [{"SANDBOX": "required"}, {"CI": "true"}, {"CI": "1", "SANDBOX": ""}]
)
def test_where_it_is_required_nothing_runs_without(
    bare: Repository, environment: dict[str, str]
) -> None:
    before = bare.files()
    code, printed = run(bare, **environment)
    assert (code, printed.count(REFUSED)) == (1, 1)
    assert bare.files() == before
    assert not (bare.project.cache / "runs").exists()


@pytest.mark.parametrize("environment", [{}, {"SANDBOX": "auto"}, {"CI": "false"}])
def test_elsewhere_its_absence_is_told_once(
    bare: Repository, environment: dict[str, str]
) -> None:
    """Though parents are started twice, the record being new."""
    code, printed = run(bare, **environment)
    assert (code, printed.count(NOTE)) == (0, 1)


def test_where_it_is_off_nothing_is_told(bare: Repository) -> None:
    code, printed = run(bare, SANDBOX="off", CI="true")
    assert (code, "sandbox" in printed) == (0, False)


def test_a_word_that_is_none_is_refused(bare: Repository) -> None:
    code, printed = run(bare, SANDBOX="on")
    assert (code, "SANDBOX: is 'on'; leave it out, or say" in printed) == (1, True)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            "echo no permissions to create a namespace >&2; exit 1",
            "bwrap says: no perm",
        ),
        ("exit 3", "bwrap ends with 3 and says nothing"),
        ("kill -9 $$", "bwrap ends with -9 and says nothing"),
    ],
)
def test_a_bubblewrap_that_cannot_counts_as_none(
    bare: Repository, script: str, told: str
) -> None:
    fake(bare, script)
    code, printed = run(bare, SANDBOX="required")
    assert (code, printed.count(f"the sandbox is required, but {told}")) == (1, 1)
    code, printed = run(bare, SANDBOX="auto")
    assert (code, printed.count(f"without the sandbox, since {told}")) == (0, 1)


def test_a_parent_that_can_give_no_room_runs_nothing() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "sandbox\n"


def test_a_run_without_a_room_is_told_and_not_remembered(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither as a record nor as a failure: the next build tries again."""
    repository.pair()

    def outcomes(pool: WorkerPool) -> Iterator[Outcome]:
        for outcome in list(said(pool)):
            yield Outcome(outcome.id, "sandbox", 0, 0, "no namespace for it")

    said = WorkerPool.outcomes
    with monkeypatch.context() as patched:
        patched.setattr(WorkerPool, "outcomes", outcomes)
        code, printed = repository.run()
    assert (code, "in_keras.py:1: sandbox on keras-torch: no namespace" in printed) == (
        1,
        True,
    )
    assert not Cache(repository.project).store.folder.exists()
    assert repository.run()[0] == 0
