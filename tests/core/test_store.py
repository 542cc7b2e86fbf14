"""One store for what is cached: an entry is whole, or it counts as absent."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.core.problems import Problem
from scripts.core.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "entries")


def test_what_was_put_is_there(store: Store) -> None:
    store.put("key", b"content")
    store.put("empty", b"")
    assert (store.get("key"), store.get("empty")) == (b"content", b"")
    assert ("key" in store, "other" in store, store.get("other")) == (True, False, None)
    assert store.keys() == {"key", "empty"}


@pytest.mark.parametrize("damage", [b"", b"\n", b"content", b"abc\ncontent", b"\xff"])
def test_a_damaged_entry_counts_as_absent(store: Store, damage: bytes) -> None:
    store.put("key", b"content")
    (store.folder / "key").write_bytes(damage)
    assert store.get("key") is None
    assert store.keys() == frozenset()
    assert store.remember("key", lambda: b"anew") == b"anew"
    assert store.get("key") == b"anew"


def test_what_is_dropped_is_absent(store: Store) -> None:
    store.put("key", b"content")
    for _ in range(2):
        store.drop("key")
        assert store.get("key") is None


def test_a_store_that_cannot_be_written_is_none(store: Store) -> None:
    store.folder.write_text("a file where the folder would be")
    with pytest.raises(Problem, match="cannot be written"):
        store.put("key", b"content")
    made = [store.remember("key", make) for make in (lambda: b"one", lambda: b"other")]
    assert (made, store.get("key")) == ([b"one", b"other"], None)
