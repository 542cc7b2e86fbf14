"""A folder in the place of another in one step, so that nobody sees neither."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

HERE_AS_NAMED = -100  # AT_FDCWD: names are relative to the working directory
EXCHANGE = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS
BEFORE = "before"


def put_in_place(new: Path, place: Path) -> None:
    """Move the folder `new` to `place`; what was there is next to `new` afterwards.

    Where the system cannot exchange two names, these are two renames, and
    `put_back` mends what a kill between them leaves. Raises `OSError`, and then
    what was in place still is.
    """
    if not place.exists():
        new.rename(place)
    elif not _exchange(new, place):
        before = new.with_name(BEFORE)
        place.rename(before)
        try:
            new.rename(place)
        except OSError:
            before.rename(place)
            raise


def put_back(aside: Path, place: Path) -> None:
    """Put the folder that was at `place` back, if a kill left it in `aside`."""
    before = aside / BEFORE
    if before.is_dir() and not place.exists():
        before.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Whether the system has exchanged two names, for which Python has no call."""
    names = os.fsencode(one), os.fsencode(other)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            failed: int = system.renamex_np(*names, EXCHANGE)
        else:
            pairs = (HERE_AS_NAMED, names[0], HERE_AS_NAMED, names[1])
            failed = system.renameat2(*pairs, EXCHANGE)
    except (AttributeError, OSError, TypeError):  # no such call in this library
        return False
    return not failed
