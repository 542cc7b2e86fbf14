"""In the sandbox: namespaces for each run, so that no run can reach another.

Its processes see only each other, and its temporary space is held by nobody else. It
ends with its first process, and then nothing in
it is left running. Python 3.11 has no `os.unshare`, hence ctypes. The meaning of
each call: https://man7.org/linux/man-pages/man7/namespaces.7.html
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import signal
import socket
import struct
from collections.abc import Iterator
from pathlib import Path

SPACE = "/space"
FONTS = "/fonts"
SHARED_MEMORY = "/dev/shm"
SPACE_SIZE = 512 * 1024**2
ENTRIES = 16384

NEW_MOUNTS, NEW_IPC, NEW_PIDS, NEW_NET = 0x20000, 0x8000000, 0x20000000, 0x40000000
READ_ONLY, NO_SUID, NO_DEVICES, NO_EXEC = 1, 2, 4, 8
NO_NEW_PRIVILEGES, AMBIENT, CLEAR_ALL = 38, 47, 4
CAPABILITY_VERSION = 0x20080522
SET_INTERFACE_FLAGS, UP_AND_RUNNING = 0x8914, 0x41
LIMIT_OF_NAMESPACES = "sys/user/max_user_namespaces"


class Namespaces:
    """Namespaces for the runs of one parent, if it is `sandboxed`.

    Outside the sandbox a run shares everything with others.
    """

    def __init__(self, sandboxed: bool) -> None:
        self.sandboxed = sandboxed
        self.here = -1
        if sandboxed:
            self.here = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
            _forbid_user_namespaces()
            _link_fonts()

    def fork(self) -> tuple[int, int]:
        """Fork into new namespaces: the process, and the one with which they end.

        In the child the first is 0. Raises `OSError` where there can be none.
        """
        if not self.sandboxed:
            return os.fork(), 0
        _call("unshare", NEW_PIDS)
        first = pid = -1
        try:
            first = _spawn_first()
            pid = os.fork()
            return pid, first
        finally:
            if pid:
                _call("setns", self.here, NEW_PIDS)
            if first > 0 and pid < 0:
                end_namespace(first)

    def settle(self) -> None:
        """In the child: take possession, and give up what it took to do so."""
        if not self.sandboxed:
            return
        os.close(self.here)
        _call("unshare", NEW_MOUNTS | NEW_IPC | NEW_NET)
        _raise_loopback()
        safe = NO_SUID | NO_DEVICES
        _mount("proc", "/proc", safe | NO_EXEC | READ_ONLY)
        for path in (SPACE, SHARED_MEMORY):
            _mount("tmpfs", path, safe, f"size={SPACE_SIZE},nr_inodes={ENTRIES}")
        _link_fonts()
        _give_up_capabilities()


def end_namespace(first: int) -> None:
    """End the namespaces with this first process, and all that still runs in them."""
    if first:
        with contextlib.suppress(ProcessLookupError):
            os.kill(first, signal.SIGKILL)


def leave_namespace(first: int) -> None:
    """End it and wait until it is gone; its other children are waited for."""
    if first:
        end_namespace(first)
        os.waitpid(first, 0)


def _spawn_first() -> int:
    """A process that does nothing: the first cannot be the snippet's.

    The system shields the first of a namespace from signals, and a snippet that
    kills itself must die of it.
    """
    return os.posix_spawn("/usr/bin/sleep", ["sleep", "infinity"], {}, setsid=True)


def _forbid_user_namespaces() -> None:
    """In a user namespace of its own a snippet would be root again."""
    with _processes() as proc:
        Path(proc, LIMIT_OF_NAMESPACES).write_text("0")


@contextlib.contextmanager
def _processes() -> Iterator[Path]:
    """A `/proc` in which settings can be written; the one that shows cannot be."""
    folder = Path(SPACE, "proc")
    folder.mkdir()
    _mount("proc", str(folder), 0)
    try:
        yield folder
    finally:
        _call("umount2", str(folder).encode(), 0)
        folder.rmdir()


def _link_fonts() -> None:
    """Where Matplotlib looks for its list of fonts, that of the host."""
    folder = Path(SPACE, "matplotlib")
    folder.mkdir()
    for path in Path(FONTS).glob("*"):
        (folder / path.name).symlink_to(path)


def _raise_loopback() -> None:
    """Let processes of the run talk to each other: distributed training does."""
    request = struct.pack("16sH14x", b"lo", UP_AND_RUNNING)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SET_INTERFACE_FLAGS, request)


def _give_up_capabilities() -> None:
    """No process of the run has a capability, nor can it get one."""
    _call("prctl", NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    _call("prctl", AMBIENT, CLEAR_ALL, 0, 0, 0)
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())


def _mount(kind: str, path: str, flags: int, options: str = "") -> None:
    data = options.encode() or None
    _call("mount", kind.encode(), path.encode(), kind.encode(), flags, data)


def _call(name: str, *arguments: object) -> None:
    """A call of the C library. Raises `OSError` where the system says no."""
    library = ctypes.CDLL(None, use_errno=True)
    longs = [ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments]
    if getattr(library, name)(*longs) != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{name}: {os.strerror(number)}")
