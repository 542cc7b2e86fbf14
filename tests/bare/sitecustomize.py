"""On the path of a process, makes the frameworks look as if not installed."""

from __future__ import annotations

import sys

FRAMEWORKS = {"torch", "keras", "jax", "tensorflow", "numpy", "sklearn", "matplotlib"}


class Refuses:
    """Finds no framework, so that who imports one fails."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Say of a framework what Python says of what is not installed."""
        if name.partition(".")[0] in FRAMEWORKS:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Refuses)
