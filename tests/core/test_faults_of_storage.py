"""Disks that fill up or refuse, files that were damaged, clocks that are wrong.

Whatever happens to what is stored, files are whole, and the next build is silent
and right or says what is wrong.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.cli.main import main
from scripts.core.project import HERE, TEMPORARY, Project
from tests.repository import SNIPPET, Repository, lay_out

TEN_YEARS = 10 * 365 * 24 * 3600
RECORD = "results/topic/pair/keras-torch.json"
MISSING = "no bubblewrap here, which makes disks of this kind: make tools"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pairs, built; nothing is done to these but to copy them."""
    root = tmp_path_factory.mktemp("whole")
    made = Repository(lay_out(root), None)  # type: ignore[arg-type]
    made.pair()
    made.pair("topic/other", SNIPPET.replace("done", "other"))
    assert main(["run", "--project", str(root)]) == 0
    return root


@pytest.fixture
def built(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Repository:
    """Two pairs, built, which the next build finds up to date."""
    root = tmp_path / "built"
    shutil.copytree(whole, root)
    made = Repository(Project(root), capsys)
    code, printed = made.run()
    assert (code, "0 of 4 runs made, 0 files written" in printed) == (0, True)
    return made


def contents(repository: Repository) -> dict[str, bytes]:
    """Every file but the cache."""
    return {name: content for name, (content, _) in repository.files().items()}


def make_stale(repository: Repository) -> None:
    """Have the next build look at everything again, and write it."""
    for name in ("build", "docs", ".cache/state"):
        shutil.rmtree(repository.project.root / name)


class TestADiskThatFillsUp:
    @pytest.mark.parametrize("writes", [0, 1, 2, 5, 12, 25, 40])
    def test_leaves_whole_files_and_says_so(
        self, built: Repository, monkeypatch: pytest.MonkeyPatch, writes: int
    ) -> None:
        whole = contents(built)
        shutil.rmtree(built.project.results)
        make_stale(built)
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", full_after(writes))
            code, printed = built.run()
        assert code == 1
        (line,) = [p for p in printed.splitlines() if "cannot be written" in p]
        assert "No space left on device; make room" in line
        found = contents(built)
        assert found.items() <= whole.items() or writes == 0
        assert not [name for name in found if TEMPORARY in name]
        assert built.run()[0] == 0
        assert contents(built) == whole

    @pytest.mark.parametrize("share", [0.1, 0.4, 0.8])
    def test_a_real_one(self, built: Repository, tmp_path: Path, share: float) -> None:
        whole, root = contents(built), built.project.root
        results = [whole[name] for name in whole if name.startswith("results/")]
        size = sum(4096 * (1 + len(content) // 4096) for content in results)
        for name in ("results", "build", ".cache"):
            shutil.rmtree(root / name)
        after = tmp_path.with_name("after")
        shutil.copytree(root, after)
        code, printed = on_full_disk(after, int(share * size))
        assert (code, "No space left on device; make room" in printed) == (1, True)
        left = contents(Repository(type(built.project)(after), built.capture))
        assert {n: c for n, c in left.items() if n in whole}.items() <= whole.items()
        shutil.rmtree(after)


def full_after(writes: int) -> Callable[[int], None]:
    """A call that fails as on a full disk, after it went well so many times."""
    left = iter(range(writes))

    def fsync(handle: int) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return fsync


def on_full_disk(root: Path, room: int) -> tuple[int, str]:
    """Build where the folders that builds write are on a disk with little room."""
    (root / "results").mkdir()
    words = ["--size", str(room), "--tmpfs", str(root / "results")]
    copy = (
        'results=$1; shift; "$@"; code=$?; cp -r "$results" "$results-left"; exit $code'
    )
    shell = ["sh", "-c", copy, "sh", str(root / "results")]
    code, printed = boxed(root, words, shell)
    shutil.rmtree(root / "results")
    (root / "results-left").rename(root / "results")
    return code, printed


def boxed(root: Path, words: list[str], shell: list[str]) -> tuple[int, str]:
    """`python -m scripts run` where the disk is as bubblewrap is told."""
    if shutil.which("bwrap") is None:
        pytest.fail(MISSING, pytrace=False)
    box = ["bwrap", "--dev-bind", "/", "/", *words, "--chdir", str(HERE), "--"]
    command = [sys.executable, "-m", "scripts", "run", "--project", str(root)]
    environment = os.environ | {"SANDBOX": "off"}
    ran = subprocess.run(
        [*box, *shell, *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout + ran.stderr


class TestADiskThatIsReadOnly:
    def test_is_enough_where_nothing_is_to_be_done(self, built: Repository) -> None:
        root = str(built.project.root)
        for path in (built.project.root / "snippets").rglob("*"):
            os.utime(path)
        code, printed = boxed(Path(root), ["--ro-bind", root, root], [])
        assert (code, "0 of 4 runs made, 0 files written" in printed) == (0, True)

    def test_is_told_where_something_is(self, built: Repository) -> None:
        root = str(built.project.root)
        built.pair(keras=SNIPPET.replace("done", "changed"), pytorch=SNIPPET)
        before = built.files()
        code, printed = boxed(Path(root), ["--ro-bind", root, root], [])
        assert code == 1
        assert re.fullmatch(
            r"\S+ cannot be written: Read-only file system; make room or allow it, "
            r"and run the same once more\n",
            printed,
        )
        assert built.files() == before

    def test_of_results_only(self, built: Repository) -> None:
        results = str(built.project.results)
        built.pair(keras=SNIPPET.replace("done", "changed"), pytorch=SNIPPET)
        before = contents(built)
        code, printed = boxed(built.project.root, ["--ro-bind", results, results], [])
        assert (code, printed.count(f"{RECORD}: cannot be written: Read-only")) == (
            1,
            1,
        )
        assert contents(built) == before


def truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def flipped(content: bytes) -> bytes:
    """One bit of a digit flipped: still JSON, with another number in it."""
    at = content.rindex(b"2.0")
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def noise(content: bytes) -> bytes:
    return bytes(255 - byte for byte in content)


def newer(content: bytes) -> bytes:
    return re.sub(rb'"schema": \d+', b'"schema": 99', content)


def empty(content: bytes) -> bytes:
    return b""


DAMAGES = [truncated, flipped, noise, newer, empty]


class TestRecords:
    """Of the results: mended from what this machine has run, or run again."""

    @pytest.mark.parametrize("cached", [True, False], ids=["cached", "not-cached"])
    @pytest.mark.parametrize("damage", DAMAGES)
    def test_that_were_damaged(
        self, built: Repository, damage: Callable[[bytes], bytes], cached: bool
    ) -> None:
        whole = contents(built)
        path = built.project.root / RECORD
        path.write_bytes(damage(path.read_bytes()))
        if not cached:
            shutil.rmtree(built.project.cache)
        code, printed = built.run("--check")
        assert (code, f"{RECORD}: " in printed) == (1, True)
        code, printed = built.run()
        assert code == 0, printed
        assert contents(built) == whole

    @pytest.mark.parametrize(
        "other",
        [
            "topic/pair/pytorch.json",
            "topic/other/keras-torch.json",
            "topic/pair/certificate.json",
        ],
    )
    def test_that_are_another_runs(self, built: Repository, other: str) -> None:
        whole = contents(built)
        shutil.copy(built.project.results / other, built.project.root / RECORD)
        assert built.run("--check")[0] == 1
        assert built.run()[0] == 0
        assert contents(built) == whole

    def test_that_are_foreign_are_removed(self, built: Repository) -> None:
        whole = contents(built)
        for name in ("results/topic/pair/other.json", f"results/topic/{TEMPORARY}x"):
            (built.project.root / name).write_bytes(whole[RECORD])
        assert built.run()[0] == 0
        assert contents(built) == whole

    @pytest.mark.parametrize("damage", [truncated, noise, newer, empty])
    def test_that_cannot_be_read_are_told_where_nothing_is_run(
        self, built: Repository, damage: Callable[[bytes], bytes]
    ) -> None:
        before = (built.project.fragments / "topic/pair.md").read_bytes()
        path = built.project.root / RECORD
        path.write_bytes(damage(path.read_bytes()))
        code = main(["render", "--project", str(built.project.root)])
        printed = built.capture.readouterr().err
        assert (code, RECORD in printed, "python -m scripts run" in printed) == (
            1,
            True,
            True,
        )
        assert (built.project.fragments / "topic/pair.md").read_bytes() == before

    def test_a_folder_in_the_place_of_one_is_told(self, built: Repository) -> None:
        path = built.project.root / RECORD
        path.unlink()
        path.mkdir()
        code, printed = built.run()
        assert code == 1
        assert f"{RECORD}: cannot be written: Is a directory" in printed


def turn_into_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def rename(paths: list[Path]) -> None:
    """Give every entry the name of the next; each is whole and well-formed."""
    entries = [path.read_bytes() for path in paths]
    for path, content in zip(paths, [*entries[1:], entries[0]], strict=True):
        path.write_bytes(content)


def lose(paths: list[Path]) -> None:
    for path in paths:
        path.unlink()


def damaged(damage: Callable[[bytes], bytes]) -> Callable[[list[Path]], None]:
    """Something that does `damage` to every entry."""

    def change(paths: list[Path]) -> None:
        for path in paths:
            path.write_bytes(damage(path.read_bytes()))

    return change


ENTRIES: dict[str, Callable[[list[Path]], None]] = {
    **{damage.__name__: damaged(damage) for damage in DAMAGES},
    "renamed": rename,
    "lost": lose,
}


class TestTheCache:
    @pytest.mark.parametrize("name", ENTRIES)
    def test_an_entry_that_is_not_sound_is_made_again(
        self, built: Repository, name: str
    ) -> None:
        whole = contents(built)
        for folder in ("runs", "repeats"):
            ENTRIES[name](sorted((built.project.cache / folder).iterdir()))
        shutil.rmtree(built.project.results)
        make_stale(built)
        code, printed = built.run()
        assert (code, "4 of 4 runs made" in printed) == (0, True)
        assert contents(built) == whole

    def test_a_folder_in_the_place_of_an_entry_is_told(self, built: Repository) -> None:
        whole = contents(built)
        for path in (built.project.cache / "runs").iterdir():
            turn_into_folder(path)
        make_stale(built)
        code, printed = built.run()
        assert (code, printed.count("cannot be written: Is a directory")) == (1, 1)
        shutil.rmtree(built.project.cache)
        assert built.run()[0] == 0
        assert contents(built) == whole

    @pytest.mark.parametrize(
        "content", [b"", b"{", b"5", b"null", b"[1]", b'{"a": 1}', b"\xff"]
    )
    @pytest.mark.parametrize(
        "note",
        ["build", "quick-look", "seconds"],
    )
    def test_a_note_that_is_not_sound_counts_as_none(
        self, built: Repository, note: str, content: bytes
    ) -> None:
        whole = contents(built)
        (built.project.cache / "state" / note).write_bytes(content)
        code, printed = built.run()
        assert (code, "0 of 4 runs made" in printed) == (0, True)
        assert contents(built) == whole

    def test_what_is_foreign_does_no_harm(self, built: Repository) -> None:
        whole = contents(built)
        (built.project.cache / "unconfirmed").mkdir()
        for folder in ("runs", "repeats", "unconfirmed"):
            (built.project.cache / folder / "foreign").write_text("x")
            (built.project.cache / folder / "folder").mkdir()
        make_stale(built)
        assert "0 of 4 runs made" in built.run()[1]
        assert contents(built) == whole


@pytest.mark.parametrize("years", [-TEN_YEARS, TEN_YEARS])
class TestAClockThatIsTenYearsOff:
    def shift(self, repository: Repository, years: int) -> None:
        for path in repository.project.root.rglob("*"):
            seen = path.stat()
            os.utime(path, (seen.st_atime + years, seen.st_mtime + years))

    def test_changes_nothing(self, built: Repository, years: int) -> None:
        whole = contents(built)
        self.shift(built, years)
        code, printed = built.run()
        assert (code, "0 of 4 runs made, 0 files written" in printed) == (0, True)
        assert contents(built) == whole

    def test_hides_no_edit(self, built: Repository, years: int) -> None:
        built.pair(keras=SNIPPET.replace("done", "over"), pytorch=SNIPPET)
        self.shift(built, years)
        assert "1 of 4 runs made" in built.run()[1]
        assert built.record(runtime="keras-torch").outputs[1].stdout == ["over"]
