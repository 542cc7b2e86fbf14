"""The sandbox: what a runtime's parent, and with it every snippet, runs inside.

Bubblewrap gives it namespaces of its own: no network, no process and no file of
the host but what it reads, nothing of the host that it could write.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

from scripts.core.problems import Problem
from scripts.core.project import HERE, Project
from scripts.execution.child.namespaces import FONTS, SHARED_MEMORY, SPACE, SPACE_SIZE

SandboxMode = Literal["auto", "required", "off"]

ONE_AT_A_TIME = Lock()
NOBODY = "65534"
DEVICES = ("null", "zero", "full", "random", "urandom")
SYSTEM = (
    "/usr",
    "/etc/alternatives",
    "/etc/ld.so.cache",
    "/etc/ld.so.conf",
    "/etc/ld.so.conf.d",
    "/sys/devices/system/cpu",
)
LINKED = ("/bin", "/lib", "/lib32", "/lib64", "/libx32", "/sbin")
APART = (
    *("--unshare-user", "--uid", NOBODY, "--gid", NOBODY),
    *("--unshare-net", "--unshare-pid", "--unshare-ipc", "--unshare-uts"),
    *("--unshare-cgroup-try", "--hostname", "sandbox"),
    *("--new-session", "--die-with-parent", "--clearenv", "--cap-drop", "ALL"),
)
# The parent gives each run namespaces and drops these in it; see child/namespaces.py.
NAMES = ("CAP_SYS_ADMIN", "CAP_SYS_RESOURCE", "CAP_NET_ADMIN")
NEEDED = tuple(word for name in NAMES for word in ("--cap-add", name))
INSTALL = (
    "install it with: make tools, or apt-get install bubblewrap; where that is "
    "done, allow user namespaces: sysctl -w kernel.unprivileged_userns_clone=1 "
    "user.max_user_namespaces=10000 kernel.apparmor_restrict_unprivileged_userns=0"
)


def sandbox_mode() -> SandboxMode:
    """What `SANDBOX` says: `required`, `off` or `auto`; CI requires it by default."""
    mode = os.environ.get("SANDBOX") or ("required" if _in_ci() else "auto")
    if mode not in ("auto", "required", "off"):
        remedy = "leave it out, or say: SANDBOX=required, SANDBOX=auto or SANDBOX=off"
        raise Problem("SANDBOX", f"is {mode!r}", remedy)
    return mode  # type: ignore[return-value]


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def use_sandbox() -> bool:
    """Whether runs are to be sandboxed in, as `SANDBOX` and this machine have it.

    Raises `Problem` where the sandbox is required and cannot be put up.
    """
    wanted = sandbox_mode()
    if wanted == "off":
        return False
    with ONE_AT_A_TIME:  # two pools may start at once, and one of them says it
        why = why_unavailable()
        if why and wanted == "required":
            raise Problem("bubblewrap", f"the sandbox is required, but {why}", INSTALL)
        if why:
            _say_once(why)
    return not why


@cache
def _say_once(why: str) -> None:
    where = ".github/guides/running.md"
    note = f"note: snippets run without the sandbox, since {why}; see {where}"
    print(note, file=sys.stderr)


@cache
def why_unavailable() -> str:
    """Why no sandbox can be put up here; empty where it can. Tries it once."""
    if not sys.platform.startswith("linux"):
        return "it needs Linux"
    found = shutil.which("bwrap")
    if found is None:
        return "bwrap is not installed"
    probe = [*_command(found, [], {}), sys.executable, "-S", "-c", "import os"]
    tried = subprocess.run(probe, env={}, capture_output=True, check=False)
    said = tried.stderr.decode("utf-8", "replace").strip().splitlines()
    if tried.returncode and not said:
        return f"bwrap ends with {tried.returncode} and says nothing"
    return f"bwrap says: {said[-1]}" if tried.returncode else ""


def sandboxed(project: Project, environment: dict[str, str]) -> list[str]:
    """The command in front of a parent's that puts it in the sandbox.

    It is to be started with an empty environment: what bubblewrap itself was
    started with can be read inside. Raises `Problem` where there is none.
    """
    found = shutil.which("bwrap")
    if found is None:
        raise Problem("bubblewrap", "bwrap is not installed", INSTALL)
    shown = [HERE / "scripts", project.snippets, project.notebooks]
    overlaid = [path for path in [environment.get("PYTHONPATH", "")] if path]
    names = [str(path) for path in shown if path.is_dir()] + overlaid
    return _command(found, names, environment)


def _command(bwrap: str, shown: list[str], environment: dict[str, str]) -> list[str]:
    return [
        bwrap,
        *APART,
        *NEEDED,
        *_settings(environment),
        *_system(),
        *_special(),
        *("--ro-bind", str(HERE / "scripts" / "execution" / "hosts"), "/etc/hosts"),
        *_seen([sys.prefix, sys.base_prefix, *shown]),
        *_fonts(environment.get("MPLCONFIGDIR", "")),
        *("--dir", str(HERE), "--remount-ro", "/dev", "--remount-ro", "/"),
        *("--chdir", str(HERE), "--"),
    ]


def _settings(environment: dict[str, str]) -> list[str]:
    """The environment inside, where what is temporary is private."""
    private = {"HOME": SPACE, "TMPDIR": SPACE, "MPLCONFIGDIR": f"{SPACE}/matplotlib"}
    pairs = {**environment, **private}.items()
    return [word for name, value in pairs for word in ("--setenv", name, value)]


def _system() -> list[str]:
    words = [word for path in SYSTEM for word in ("--ro-bind-try", path, path)]
    for path in map(Path, LINKED):
        if path.is_symlink():
            words += ["--symlink", str(path.readlink()), str(path)]
        elif path.is_dir():
            words += ["--ro-bind", str(path), str(path)]
    return words


def _special() -> list[str]:
    """Devices that hold nothing, processes, and space for what is temporary.

    No `--dev`: for it bubblewrap nests a second user namespace, from which no
    run could be given namespaces of its own.
    """
    words = ["--tmpfs", "/dev", "--symlink", "/proc/self/fd", "/dev/fd"]
    for path in (f"/dev/{name}" for name in DEVICES):
        words += ["--dev-bind", path, path]
    for path in (SHARED_MEMORY, SPACE):
        words += ["--size", str(SPACE_SIZE), "--perms", "0700", "--tmpfs", path]
    return [*words, "--proc", "/proc"]


def _seen(paths: list[str]) -> list[str]:
    return [word for path in paths for word in ("--ro-bind", path, path)]


def _fonts(folder: str) -> list[str]:
    """Matplotlib's list of fonts: making it takes a second."""
    return ["--ro-bind-try", folder, FONTS] if folder else []
