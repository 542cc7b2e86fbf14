"""The files in which a run leaves what it prints, its result and where it was.

They are unlinked, so that only the child and its parent hold them.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from typing import IO

import msgspec

from scripts.execution.messages import Result

RESULT_SIZE = 16 * 1024 * 1024
TRACE_SIZE = 1024 * 1024
ERROR_SIZE = 64 * 1024
LAST_LINES = 5


class Capture:
    """Standard output and error, the result, and the trace of one run."""

    def __init__(self) -> None:
        self.out, self.err, self.result, self.trace = _files(4)

    def redirect(self) -> None:
        """In the child: point the standard streams, also of native code, here."""
        sys.stdout.flush()
        sys.stderr.flush()
        empty = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((empty, 0), (self.out.fileno(), 1)):
            os.dup2(source, target)
        os.dup2(self.err.fileno(), 2)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)

    def leave(self, result: Result) -> None:
        """In the child: write the result."""
        self.result.write(msgspec.json.encode(result))
        self.result.flush()

    def note_line(self, line: int) -> None:
        """In the child: note the cell that is about to be executed."""
        self.trace.write(f"cell {line}\n".encode())
        self.trace.flush()

    @property
    def printed(self) -> int:
        """How many bytes have been printed."""
        return _size(self.out) + _size(self.err)

    @property
    def traced(self) -> int:
        """How many bytes have been said of where the run is."""
        return _size(self.trace)

    @property
    def is_flooded(self) -> bool:
        """Whether the result is too large to be read."""
        return _size(self.result) > RESULT_SIZE

    def read_result(self) -> Result | None:
        """What the child says of itself; None where it did not come so far."""
        self.result.seek(0)
        try:
            return msgspec.json.decode(self.result.read(), type=Result)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None

    def last_line(self, path: str) -> int:
        """The line of `path` that was being executed, as far as the child says."""
        self.trace.seek(0)
        text = self.trace.read(TRACE_SIZE).decode("utf-8", "replace")
        cell, _, dump = text.rpartition("cell ")[2].partition("\n")
        frame = re.search(rf'"{re.escape(path)}", line ([0-9]{{1,9}})', dump)
        line = frame or re.fullmatch("([0-9]{1,9})", cell)  # or it wrote there itself
        return int(line[1]) if line else 0

    def last_words(self) -> str:
        """The last lines of standard error, indented."""
        self.err.seek(0)
        lines = self.err.read(ERROR_SIZE).decode("utf-8", "replace").splitlines()
        return "".join(f"\n    {line}" for line in lines[-LAST_LINES:])

    def close(self) -> None:
        """Let go of all four."""
        for file in (self.out, self.err, self.result, self.trace):
            file.close()


def _files(count: int) -> list[IO[bytes]]:
    return [tempfile.TemporaryFile() for _ in range(count)]


def _size(file: IO[bytes]) -> int:
    return os.fstat(file.fileno()).st_size
