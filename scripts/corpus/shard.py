"""A part of everything for one machine of several, divided alike on each of them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from scripts.core.problems import Problem

WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


@dataclass(frozen=True)
class Shard:
    """Part `number` of `count`, counted from 1.

    Where a pair belongs follows from its name alone. So it stays in its part, and
    what that machine has cached stays of use, when other pairs come and go.
    """

    number: int = 1
    count: int = 1

    def holds(self, name: str) -> bool:
        """Whether what has this name is in this part; each name is in exactly one."""
        digest = hashlib.sha256(name.encode()).digest()
        return int.from_bytes(digest) % self.count == self.number - 1

    @property
    def is_first(self) -> bool:
        """Whether this part also looks at what belongs to no pair."""
        return self.number == 1


WHOLE = Shard()


def parse_shard(text: str) -> Shard:
    """The part that `2/4` names; raises `Problem` where there is no such part."""
    where = f"--shard {text}"
    found = WRITTEN.fullmatch(text)
    if not found:
        raise Problem(where, "is no part of a whole", "write it as: --shard 2/4")
    number, count = map(int, found.groups())
    if not count:
        raise Problem(where, "there are no 0 shards", "write it as: --shard 2/4")
    if not 1 <= number <= count:
        what = f"there is no shard {number} of {count}"
        raise Problem(where, what, f"the shards are 1/{count} to {count}/{count}")
    return Shard(number, count)
