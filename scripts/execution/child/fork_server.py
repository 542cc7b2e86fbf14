"""The parent of a runtime: imports once, then forks a child for each run.

Started as `python -m scripts.execution.child.fork_server`, with a list of `Parent` as
JSON, and `sandboxed` where that is inside the sandbox: one process for the first of
the list; each further one is forked from the one it comes `after`. The parent imports
and never runs an operation: a thread started by one would be missing in the children,
which then hang.
"""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from multiprocessing.connection import Connection, wait
from types import ModuleType

import msgspec
import psutil

from scripts.execution.child.child import Child
from scripts.execution.child.namespaces import Namespaces
from scripts.execution.messages import Outcome, Parent, Request

TICK = 0.05


def main(argv: list[str]) -> None:
    """Become the parents that `argv` describes; ends when the runner does."""
    parents = msgspec.json.decode(argv[0], type=list[Parent])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for parent in parents:
        os.set_inheritable(parent.socket, False)
    _become(parents[0], parents, Namespaces("sandboxed" in argv[1:]))
    os._exit(0)  # tearing down a framework takes up to a second


def _become(parent: Parent, family: list[Parent], namespaces: Namespaces) -> None:
    """Import what the runtime needs, fork those that come after, then serve.

    `family` is the parent itself and all whose sockets it still holds for them.
    """
    os.environ.update(parent.environment)
    gc.disable()  # nothing that an import makes is garbage
    hide(parent.hidden)
    connection = Connection(parent.socket)
    missing = _preload(parent)
    for other in [p for p in family if p.after == parent.name]:
        if os.fork() == 0:
            connection.close()
            theirs = _descendants(other, family)
            _close([p for p in family if p not in [parent, *theirs]])
            _become(other, theirs, namespaces)
            os._exit(0)
    _close(family[1:])
    connection.send_bytes(missing.encode())
    if not missing:
        gc.freeze()  # else a child that collects copies all that was imported
        gc.enable()
        Server(connection, namespaces).serve()


def _descendants(parent: Parent, family: list[Parent]) -> list[Parent]:
    names, found = {parent.name}, [parent]
    for other in family:
        if other.after in names:
            names.add(other.name)
            found.append(other)
    return found


def _close(parents: list[Parent]) -> None:
    for parent in parents:
        os.close(parent.socket)


def hide(names: list[str]) -> None:
    """Make modules look as if they were not installed."""

    class Finder(PathFinder):
        @classmethod
        def find_spec(
            cls,
            fullname: str,
            path: Sequence[str] | None = None,
            target: ModuleType | None = None,
        ) -> ModuleSpec | None:
            if fullname.partition(".")[0] in names:
                return None
            return super().find_spec(fullname, path, target)

    found = [f for f in sys.meta_path if not _is_path_finder(f)]
    sys.meta_path[:] = [*found, Finder]


def _is_path_finder(finder: object) -> bool:
    return isinstance(finder, type) and issubclass(finder, PathFinder)


def _preload(parent: Parent) -> str:
    """Import the runtime's modules; what is missing, in words, or nothing."""
    for name in parent.preload:
        try:
            importlib.import_module(name)
        except ImportError as error:
            return f"{parent.name} needs {name}: {error}"
    return ""


class Server:
    """Runs requests in forked children until the runner closes the connection."""

    def __init__(self, connection: Connection, namespaces: Namespaces) -> None:
        self.connection, self.namespaces = connection, namespaces
        self.children: dict[int, Child] = {}
        self.wake, self.woken = os.pipe()
        for end in (self.wake, self.woken):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self.woken, warn_on_full_buffer=False)

    def serve(self) -> None:
        """Answer requests; returns when there is nobody to answer to."""
        try:
            while True:
                self._wait()
                self._reap()
                for child in self.children.values():
                    child.watch()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            for child in self.children.values():
                child.abandon()

    def _wait(self) -> None:
        timeout = TICK if self.children else None
        ready = wait([self.connection, self.wake], timeout)
        if self.wake in ready:
            os.read(self.wake, 4096)
        if self.connection in ready:
            self._start(self.connection.recv_bytes())

    def _start(self, message: bytes) -> None:
        if (threads := psutil.Process().num_threads()) != 1:
            sys.exit(f"a parent may not run operations, but it has {threads} threads")
        request = msgspec.json.decode(message, type=Request)
        try:
            child = Child(request, self.namespaces, self._let_go)
        except OSError as error:
            what = f"cannot be put into the sandbox: {error}"
            return self._answer(Outcome(request.id, "sandbox", 0, 0, what))
        self.children[child.pid] = child

    def _let_go(self) -> None:
        """In a child: drop what belongs to the parent."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        self.connection.close()
        for sibling in self.children.values():
            sibling.close()
        os.close(self.wake)
        os.close(self.woken)

    def _reap(self) -> None:
        for pid in list(self.children):
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                self._answer(self.children.pop(pid).conclude(status))

    def _answer(self, outcome: Outcome) -> None:
        self.connection.send_bytes(msgspec.json.encode(outcome))


if __name__ == "__main__":
    main(sys.argv[1:])
