"""The same sources give the same bytes of site, wherever and by whom it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.core.project import HERE
from scripts.site.manifest import MANIFEST, check_manifest

SAME = {
    "PATH": os.environ["PATH"],
    "SITE_URL": "https://example.org/below/",
    "REPO_URL": "https://code.example/owner/name",
    "SOURCE_DATE_EPOCH": "1790000000",
}
ELSEWHERE = (
    *("bwrap", "--dev-bind", "/", "/", "--unshare-user", "--uid", "1234"),
    *("--gid", "1234", "--unshare-uts", "--hostname", "elsewhere"),
)
pytestmark = pytest.mark.xdist_group("determinism")


@dataclass(frozen=True)
class Place:
    """Where a site is built, and by whom: nothing of this may be in the site."""

    folder: str
    zone: str
    locale: str
    seed: str
    umask: int
    command: tuple[str, ...]

    def build(self, above: Path) -> Path:
        """The site, built from what git knows of, with no cache."""
        root = above / self.folder
        copy_sources(root)
        home = above / f"home of {root.name}"
        home.mkdir()
        environment = SAME | {"TZ": self.zone, "LC_ALL": self.locale}
        environment |= {"PYTHONHASHSEED": self.seed, "HOME": str(home)}
        for command in ("render", "publish"):
            done = subprocess.run(
                [*self.command, sys.executable, "-m", "scripts", command],
                cwd=root,
                env=environment,
                umask=self.umask,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
        return root / "site"


ONE = Place("here", "UTC", "C.UTF-8", "1", 0o022, ())
OTHER = Place("else/where it is", "ABC-14", "C", "2", 0o077, ELSEWHERE)


def copy_sources(root: Path) -> None:
    """Every file that is committed or would be, as it is now."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=HERE, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        if name and (HERE / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(HERE / name, root / name)


def test_another_zone_locale_seed_folder_and_user_give_the_same_bytes(
    tmp_path: Path,
) -> None:
    assert shutil.which("bwrap"), "bubblewrap makes the other user: make tools"
    with ThreadPoolExecutor() as pool:
        sites = list(pool.map(lambda place: place.build(tmp_path), (ONE, OTHER)))
    listed = [set((site / MANIFEST).read_text().splitlines()) for site in sites]
    assert len(listed[0]) > 1000
    assert sorted(listed[0] ^ listed[1]) == []
    assert [check_manifest(site) for site in sites] == [[], []]
