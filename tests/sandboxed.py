"""The hostile snippets, run all at once beside sound ones, and what came of it."""

from __future__ import annotations

import hashlib
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.runtimes import read_runtimes
from scripts.results.cache import Cache
from scripts.results.records import encode
from scripts.results.runs import runs_of
from tests.repository import RUNTIMES, SNIPPET, TOML

HOSTILE = sorted((HERE / "tests" / "hostile").glob("*.py"))
LIMITS = TOML + "[limits]\nseconds = {}\nmemory_mib = 400\nprocesses = 6\n"
LONG, SHORT = 120.0, 6.0  # seconds; only what has to be stopped by the clock waits
NOBODY = 65534
SECRET = "SECRET"
ENDED = re.compile(r" (\S+) on keras-torch: ([a-z-]+)$", re.MULTILINE)


def expected(path: Path) -> str:
    """The status that the first line of a hostile snippet declares."""
    return path.read_text().splitlines()[0].removeprefix("# expected: ")


@dataclass
class Ended:
    """What a run of the whole corpus left: statuses, the canary, connections.

    `neighbours` are the records of the sound snippets that ran among the hostile
    ones, as bytes by run, and `alone` those that they leave by themselves.
    """

    statuses: dict[str, str]
    printed: str
    touched: bool
    connections: int
    survivors: list[str]
    neighbours: dict[str, bytes]
    alone: dict[str, bytes]


def run_all(users: list[int]) -> dict[int, Ended]:
    """Run every hostile snippet and as many sound ones, as each of these users.

    All at once, since some of them only wait until the clock stops them.
    """
    with ThreadPoolExecutor() as pool, ExitStack() as stack:
        begun = [stack.enter_context(_corpus(user)) for user in users]
        alone = [pool.submit(_alone, user) for user in users]
        printed = list(pool.map(_run, [one.root for one in begun], users))
        ended = zip(users, begun, printed, [one.result() for one in alone], strict=True)
        return {user: one.ended(said, sound) for user, one, said, sound in ended}


@dataclass
class Corpus:
    """The corpus where it was written, to be run once, and who came to its port."""

    root: Path
    canary: Path
    before: str
    heard: Callable[[], int]

    def ended(self, printed: str, alone: dict[str, bytes]) -> Ended:
        """What the run left; to be called once no run is at work any more."""
        return Ended(
            dict(ENDED.findall(printed)),
            printed,
            _checksum(self.canary) != self.before,
            self.heard(),
            _survivors(self.root),
            _sound_records(self.root),
            alone,
        )


@contextmanager
def _corpus(user: int) -> Iterator[Corpus]:
    with tempfile.TemporaryDirectory() as folder, _listeners() as (port, heard):
        root = Path(folder)
        canary = _plant(root, port)
        _hand_over(root, user)
        yield Corpus(root, canary, _checksum(canary), heard)


def _alone(user: int) -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        _plant_sound(root)
        _hand_over(root, user)
        _run(root, user)
        return _sound_records(root)


def _sound_records(root: Path) -> dict[str, bytes]:
    """The records that the sound snippets have left in the cache, by run."""
    project = Project(root)
    runtimes, cache = read_runtimes(project), Cache(project)
    pairs = find_pairs(project, ["sound"])
    runs = [run for pair in pairs for run in runs_of(pair, runtimes, {})]
    found = {run.name: cache.get(run.key) for run in runs}
    return {name: encode(record) for name, record in found.items() if record}


def _plant(root: Path, port: int) -> Path:
    canary = root / "canary"
    canary.mkdir()
    (canary / "secret").write_text(SECRET)
    for path in HOSTILE:
        text = f"CANARY, PORT = {str(canary)!r}, {port}\n{path.read_text()}"
        limits = LIMITS.format(SHORT if expected(path) == "timeout" else LONG)
        _write(root, f"hostile/{path.stem.replace('_', '-')}", text, limits)
    _plant_sound(root)
    return canary


def _plant_sound(root: Path) -> None:
    """As many sound snippets as hostile ones, each of which says its own name."""
    (root / "snippets").mkdir(parents=True, exist_ok=True)
    (root / "snippets" / "runtimes.toml").write_text(RUNTIMES)
    for path in HOSTILE:
        text = SNIPPET.replace("done", path.stem)
        _write(root, f"sound/{path.stem.replace('_', '-')}", text, TOML)


def _write(root: Path, name: str, keras: str, toml: str) -> None:
    folder = root / "snippets" / name
    folder.mkdir(parents=True)
    start = "" if "# %%" in keras else "# %% Only\nvalue = 1\n"
    pytorch = keras if "# %%" in keras else start
    (folder / "pair.toml").write_text(toml)
    (folder / "in_pytorch.py").write_text(pytorch.lstrip())
    (folder / "in_keras.py").write_text((start + keras).lstrip())


def _hand_over(root: Path, user: int) -> None:
    for path in [root, *root.rglob("*")]:
        os.chown(path, user, -1)
        path.chmod(0o777 if path.is_dir() else 0o666)


def _run(root: Path, user: int) -> str:
    command = [sys.executable, "-m", "scripts", "run", "--project", str(root)]
    if user != os.getuid():
        command = [*_visible(), *_become(user), *command]
    environment = os.environ | {"SANDBOX": "required", "KEY": SECRET, "COLUMNS": "200"}
    ran = subprocess.run(
        command,
        cwd=HERE,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=1500,
        check=False,
    )
    return ran.stdout.decode("utf-8", "replace")


def _become(user: int) -> list[str]:
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]


def _visible() -> list[str]:
    """Show an ordinary user the Python that may lie in the home of root."""
    words = ["bwrap", "--bind", "/", "/", "--dev-bind", "/dev", "/dev"]
    shown = [Path(sys.base_prefix), Path(sys.prefix).resolve(), HERE]
    closed = {folder for path in shown for folder in path.parents if _is_closed(folder)}
    for folder in sorted(closed):
        words += ["--perms", "0755", "--tmpfs", str(folder)]
    for path in shown:
        if closed.intersection(path.parents):
            for folder in reversed(path.parents):
                words += ["--perms", "0755", "--dir", str(folder)]
            words += ["--ro-bind", str(path), str(path)]
    return [*words, "--chdir", str(HERE), "--"]


def _is_closed(folder: Path) -> bool:
    return not folder.stat().st_mode & 0o001


def _checksum(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path} {path.stat().st_mode}".encode())
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def _listeners() -> Iterator[tuple[int, Callable[[], int]]]:
    """A port on this machine and a local name, and how often somebody came."""
    with socket.create_server(("127.0.0.1", 0)) as outer, _named(outer) as inner:
        yield outer.getsockname()[1], lambda: _came(outer) + _came(inner)


def _named(other: socket.socket) -> socket.socket:
    named = socket.socket(socket.AF_UNIX)
    named.bind(f"\0canary-{other.getsockname()[1]}")
    named.listen()
    return named


def _came(listener: socket.socket) -> int:
    listener.setblocking(False)
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return 0
    return 1


def _survivors(folder: Path) -> list[str]:
    """The processes that still run what a hostile snippet has started."""
    found = psutil.process_iter(["cmdline"])
    lines = [" ".join(process.info["cmdline"] or []) for process in found]
    return [line for line in lines if line == "sleep 4177" or str(folder) in line]
