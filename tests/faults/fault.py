"""A fault to plant: what is done to a copy of the project, and what has to be said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Fault:
    """A fault by name; `plant` puts it into a project, `says` is in the message."""

    name: str
    plant: Callable[[Path], None]
    says: str
