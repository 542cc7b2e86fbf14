"""How a run ended, as its parent judges it; what the run says is only content."""

from __future__ import annotations

import signal

from scripts.execution.child.capture import RESULT_SIZE, Capture
from scripts.execution.messages import Request, Result, Status

MIB = 1024 * 1024
Verdict = tuple[Status, int, str, Result | None]
Killed = tuple[Status, str] | None
"""The status and message for which the parent killed a run, if it did."""


def verdict(request: Request, capture: Capture, code: int, killed: Killed) -> Verdict:
    """Status, line, message and result of a run that has left with `code`."""
    line = capture.last_line(request.path)
    if killed:
        status, message = killed
        return status, line, message + capture.last_words(), None
    if message := _flood(request, capture):
        return "output-limit", line, message, None
    if code < 0:
        message = f"was ended by {signal.Signals(-code).name}"
        return "signal", line, message + capture.last_words(), None
    return _by_result(capture, code, line)


def _flood(request: Request, capture: Capture) -> str:
    """What is too large of all that the run left; empty where nothing is."""
    if capture.printed > request.limits.output_kib * 1024:
        return f"prints more than {request.limits.output_kib} KiB"
    if capture.is_flooded:
        return f"leaves a result of more than {RESULT_SIZE // MIB} MiB"
    return ""


def _by_result(capture: Capture, code: int, line: int) -> Verdict:
    result = capture.read_result()
    if result is None:
        message = f"left with exit code {code} before its end"
        return "exit", line, message + capture.last_words(), None
    if result.failure:
        return result.status, result.line, result.failure, None
    return "ok", 0, "", result
