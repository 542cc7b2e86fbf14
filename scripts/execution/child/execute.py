"""In the child: execute one snippet cell by cell and note what each gave."""

from __future__ import annotations
import __future__

import ast
import functools
import operator
import os
import re
import sys
import types
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from scripts.corpus.pairs import ANYTHING
from scripts.execution.child.figures import NotDrawable, take_figures
from scripts.execution.child.signatures import read_defaults
from scripts.execution.child.trace import describe, line_in
from scripts.execution.messages import Request, Result
from scripts.results.records import Output, Raised, Value, Warned
from scripts.results.values import NotComparable, to_value

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
FUTURE = functools.reduce(
    operator.or_,
    (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names),
)
OUT_OF_MEMORY = "can't allocate memory"


class Execution:
    """One snippet being run in this process, from an empty working directory."""

    def __init__(self, request: Request, note_line: Callable[[int], None]) -> None:
        self.request = request
        self.note_line = note_line
        self.outputs: list[Output] = []
        self.module = types.ModuleType("__main__")
        self.module.__file__ = request.path
        self.read = {1: 0, 2: 0}

    def run(self) -> Result:
        """Execute all cells and take the compared values. Raises nothing."""
        sys.modules["__main__"] = self.module
        sys.argv = [self.request.path]
        sys.path[0] = os.path.dirname(self.request.path)
        try:
            self._cells()
        except BaseException as error:
            return self._ended_by(error)
        if self.request.raises not in ("", ANYTHING):
            what = f"did not raise, but pair.toml says raises = {self.request.raises!r}"
            return self._failed(what, self.request.cells[-1])
        try:
            return Result(self.outputs, self._values(), None, self._defaults())
        except (NotComparable, ValueError) as error:
            return self._failed(str(error), self.request.cells[-1])

    def _defaults(self) -> dict[str, str]:
        return read_defaults(self.request.api, self.request.parameters)

    def _cells(self) -> None:
        flags = 0
        for line, body in _split(self.request):
            self.note_line(line)
            code = compile(body, self.request.path, "exec", flags, dont_inherit=True)
            flags |= code.co_flags & FUTURE
            with self._captured():
                exec(code, vars(self.module))

    @contextmanager
    def _captured(self) -> Iterator[None]:
        """Note what a cell printed, warned and drew, also where it raised."""
        with warnings.catch_warnings(record=True) as caught:
            try:
                yield
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                seen = [_warned(w, self._plain) for w in caught]
                output = Output(self._text(1), self._text(2), seen)
                self.outputs.append(output)
        self.outputs[-1] = msgspec.structs.replace(output, figures=take_figures())

    def _text(self, stream: int) -> list[str]:
        """What came out on file descriptor 1 or 2 since the last cell."""
        end = os.lseek(stream, 0, os.SEEK_END)
        data = os.pread(stream, end - self.read[stream], self.read[stream])
        self.read[stream] = end
        text = self._plain(data.decode("utf-8", "backslashreplace"))
        return text.removesuffix("\n").split("\n") if text else []

    def _plain(self, text: str) -> str:
        """Without colours, and without this machine's folders and addresses."""
        text = text.replace(self.request.path, Path(self.request.path).name)
        text = text.replace(os.getcwd(), ".")
        return ADDRESS.sub("0x…", COLOUR.sub("", text))

    def _values(self) -> dict[str, Value]:
        values = {}
        for name in self.request.compare:
            if not hasattr(self.module, name):
                raise NotComparable(f"does not define {name!r}, which is compared")
            try:
                values[name] = to_value(getattr(self.module, name))
            except (NotComparable, ValueError, TypeError) as error:
                raise NotComparable(f"the compared {name!r} {error}") from None
        return values

    def _ended_by(self, error: BaseException) -> Result:
        line = line_in(error, self.request.path)
        if isinstance(error, NotDrawable):
            return self._failed(str(error), self.request.cells[len(self.outputs) - 1])
        if isinstance(error, SystemExit):
            return self._failed(f"exits with {error.code!r}", line, "exit")
        if isinstance(error, MemoryError) or OUT_OF_MEMORY in str(error):
            return self._failed("runs out of memory", line, "memory-limit")
        raised = describe(error, self.request.path, self._plain)
        return self._judge(raised)

    def _judge(self, raised: Raised) -> Result:
        """An error is right where it is declared and nothing would come after it."""
        declared, cells = self.request.raises, self.request.cells
        if declared == ANYTHING:
            return Result(self.outputs, {}, raised)
        text = f"{raised.type}: {raised.message}"
        kind, _, part = declared.partition(": ")
        if declared and raised.type == kind and part in raised.message:
            if len(self.outputs) == len(cells):
                return Result(self.outputs, {}, raised, self._defaults())
            text = f"the declared error came before the last cell: {text}"
        elif declared:
            text = f"raised {text!r}, but pair.toml says raises = {declared!r}"
        return self._failed(text, raised.line)

    def _failed(self, text: str, line: int, status: Any = "error") -> Result:
        return Result(self.outputs, {}, None, {}, self._plain(text), line, status)


def _split(request: Request) -> list[tuple[int, ast.Module]]:
    """The program as one syntax tree per cell, the preamble with the first."""
    tree = ast.parse(request.text, request.path)
    bodies: list[list[ast.stmt]] = [[] for _ in request.cells]
    for node in tree.body:
        before = sum(start <= node.lineno for start in request.cells)
        bodies[max(before - 1, 0)].append(node)
    modules = [ast.Module(body, tree.type_ignores) for body in bodies]
    return list(zip(request.cells, modules, strict=True))


def _warned(caught: warnings.WarningMessage, plain: Callable[[str], str]) -> Warned:
    return Warned(caught.category.__name__, plain(str(caught.message)))
