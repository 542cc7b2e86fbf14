"""What takes long and follows from its question alone: answered once on a machine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from scripts.core.project import HERE
from scripts.core.store import Store

STORE = Store(HERE / ".cache" / "memo")


def remembered(question: str, answer: Callable[[], str]) -> str:
    """The answer to `question`, which names all that the answer depends on."""
    key = hashlib.sha256(question.encode()).hexdigest()
    return STORE.remember(key, lambda: answer().encode()).decode()
