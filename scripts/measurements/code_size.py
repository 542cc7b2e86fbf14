"""How much code each side of the pairs takes: counted, summed up, published."""

from __future__ import annotations

import inspect
import statistics
import sys
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

import msgspec
from msgspec import Struct

from scripts.core.memo import remembered
from scripts.core.project import Project
from scripts.corpus.find import find_pairs
from scripts.corpus.pairs import SIDES, Pair
from scripts.corpus.placement import placement
from scripts.measurements import sizes as counting
from scripts.measurements.cells import Cells, cells_on
from scripts.measurements.sizes import Size, own_tokens, size_of
from scripts.results.entries import page_address

PAGE = "measured/code-size/"
MEASURES = ("tokens", "lines", "names", "depth")
ALL = "all"


class PairSize(Struct, frozen=True):
    """How large both sides of a pair are; `address` is from the root of the site.

    `with_asserts` are the tokens with the asserts of this site, `own` those of
    the statements that the other side does not have word for word.
    """

    pair: str
    topic: str
    title: str
    address: str
    pytorch: Size
    keras: Size
    with_asserts: dict[str, int]
    own: dict[str, int]

    @property
    def ratio(self) -> float:
        """Tokens in PyTorch for one in Keras."""
        return self.pytorch.tokens / self.keras.tokens


class Spread(Struct, frozen=True):
    """One measure over a set of pairs.

    `ratio` is the median of PyTorch divided by Keras, between the quartiles
    `first` and `third` lies half of the pairs; they are over the pairs in which
    neither is zero, and null where there is none. `pytorch_fewer`,
    `keras_fewer` and `equal` count pairs, `pytorch` and `keras` are sums.
    """

    ratio: float | None
    first: float | None
    third: float | None
    pytorch_fewer: int
    keras_fewer: int
    equal: int
    pytorch: int
    keras: int

    @property
    def pairs(self) -> int:
        """How many pairs were counted."""
        return self.pytorch_fewer + self.keras_fewer + self.equal


class CodeSize(Struct, frozen=True):
    """The size of every pair that a page shows, summed up in all and by topic.

    `with_asserts` and `own` are the tokens of all pairs, counted otherwise:
    see `PairSize`.
    """

    all: dict[str, Spread]
    with_asserts: Spread
    own: Spread
    topics: dict[str, dict[str, Spread]]
    pairs: list[PairSize]


def measure_pairs(project: Project, pairs: list[Pair]) -> CodeSize:
    """Count every pair that is on a page, by topic and title."""
    pages = placement(project)
    shown = sorted((p for p in pairs if p.name in pages), key=attrgetter("topic"))
    groups = [list(group) for _, group in groupby(shown, attrgetter("topic"))]
    sizes = [size for group in groups for size in _sizes(group, pages)]
    sizes.sort(key=lambda size: (size.topic, size.title.lower(), size.pair))
    topics = sorted({size.topic for size in sizes})
    return CodeSize(
        _by_measure(sizes),
        _spread([(s.with_asserts["pytorch"], s.with_asserts["keras"]) for s in sizes]),
        _spread([(s.own["pytorch"], s.own["keras"]) for s in sizes]),
        {t: _by_measure([s for s in sizes if s.topic == t]) for t in topics},
        sizes,
    )


def _sizes(pairs: list[Pair], pages: dict[str, str]) -> list[PairSize]:
    """The sizes of the pairs of a topic, counted where one of them has changed."""
    shown = [[s.text for s in pair.snippets.values()] for pair in pairs]
    titles = [(p.name, p.declaration.title, pages[p.name]) for p in pairs]
    program = inspect.getsource(counting) + inspect.getsource(sys.modules[__name__])
    question = msgspec.json.encode([sys.version, program, titles, shown]).decode()

    def count() -> str:
        found = [_measure(pair, pages[pair.name]) for pair in pairs]
        return msgspec.json.encode(found).decode()

    return msgspec.json.decode(remembered(question, count), type=list[PairSize])


def _measure(pair: Pair, page: str) -> PairSize:
    ours, theirs = (pair.snippets[side] for side in SIDES)
    return PairSize(
        pair.name,
        pair.topic,
        pair.declaration.title,
        f"{page_address(page)}#{pair.anchor}",
        size_of(ours),
        size_of(theirs),
        {side: size_of(pair.snippets[side], asserts=True).tokens for side in SIDES},
        {"pytorch": own_tokens(ours, theirs), "keras": own_tokens(theirs, ours)},
    )


def _by_measure(sizes: list[PairSize]) -> dict[str, Spread]:
    return {
        name: _spread(
            [(getattr(s.pytorch, name), getattr(s.keras, name)) for s in sizes]
        )
        for name in MEASURES
    }


def _spread(counts: list[tuple[int, int]]) -> Spread:
    ratios = [p / k for p, k in counts if p and k]
    first, middle, third = _quartiles(ratios)
    return Spread(
        middle,
        first,
        third,
        sum(p < k for p, k in counts),
        sum(p > k for p, k in counts),
        sum(p == k for p, k in counts),
        sum(p for p, _ in counts),
        sum(k for _, k in counts),
    )


def _quartiles(values: list[float]) -> list[float] | list[None]:
    """The quartiles of `values`, the smallest and the largest included."""
    if not values:
        return [None, None, None]
    doubled = values * 2 if len(values) == 1 else values
    found = statistics.quantiles(doubled, n=4, method="inclusive")
    return [round(value, 4) for value in found]


def cells(project: Project) -> Cells:
    """Every number that the page about code size shows in a table."""
    return cells_of(measure_pairs(project, find_pairs(project)))


def cells_of(counted: CodeSize) -> Cells:
    """The cells of what was counted, by name."""
    groups = {ALL: counted.all} | counted.topics
    groups |= {"with-asserts": {"tokens": counted.with_asserts}}
    groups |= {"own": {"tokens": counted.own}}
    found = {
        f"code-size/{group}/{measure}-{column}": (value, text)
        for group, measures in groups.items()
        for measure, spread in measures.items()
        for column, value, text in _columns(spread)
    }
    return cells_on(PAGE, found)


def _columns(spread: Spread) -> Iterator[tuple[str, float | str, str]]:
    """Every number of a spread: its column, its value and its text."""
    if spread.ratio is not None:
        between = f"{spread.first:.2f} to {spread.third:.2f}"
        yield "ratio", spread.ratio, f"{spread.ratio:.2f}"
        yield "quartiles", between, between
    for side in ("keras_fewer", "pytorch_fewer", "equal"):
        count = getattr(spread, side)
        share = count / (spread.pairs or 1)
        yield side.replace("_", "-"), round(share, 4), f"{count} ({share:.0%})"
    if spread.keras:
        total = spread.pytorch / spread.keras
        yield "sum", round(total, 4), f"{total:.2f}"
