"""Figures of what was timed: ratios with their intervals, and the batch size."""

from __future__ import annotations

from typing import Any

from scripts.measurements.benchmarks import Benchmarks, Rung, Timing
from scripts.measurements.ladder import REFERENCE, SWEPT
from scripts.measurements.speed import ratio_in_words
from scripts.pages.charts import (
    DASHES,
    LINES,
    WIDTH,
    category,
    chart,
    layer,
    line_at_one,
    quantity,
    ratio,
    series,
)
from scripts.pages.drawing import figure_html

# What computes, with a shape: colour is not enough.
ENGINES = {
    "pytorch": ("PyTorch", "circle"),
    "keras-torch": ("Keras on torch", "square"),
    "keras-jax": ("Keras on JAX", "triangle-up"),
    "keras-tensorflow": ("Keras on TensorFlow", "diamond"),
}
AXIS = "Time of a step / PyTorch eager"
ROW = 24


def engine_of(rung: str) -> str:
    """Which of the engines computes a rung."""
    if rung == "keras-in-pytorch-loop":
        return "keras-torch"
    return next(e for e in ENGINES if rung == e or rung.startswith(f"{e}-"))


def ratio_chart(workload: str, rungs: dict[str, Rung]) -> str:
    """A mark at each ratio and a line over its interval, a row for each rung."""
    timings = {n: r.timing for n, r in rungs.items() if n != REFERENCE}
    rows = [
        {"rung": name, "engine": ENGINES[engine_of(name)][0]} | _interval(timing)
        for name, timing in timings.items()
    ]
    domain = [
        min(0.8, min(row["low"] for row in rows) / 1.1),
        max(1.25, max(row["high"] for row in rows) * 1.1),
    ]
    across = ratio("ratio", AXIS, [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100], domain)
    down = category("rung", sort=None, axis={"labelLimit": 240, "grid": True})
    spread = {"x": across | {"field": "low"}, "x2": {"field": "high"}, "y": down}
    names, shapes = zip(*ENGINES.values(), strict=True)
    looks = series(
        "engine", names, {"color": LINES, "shape": shapes}, columns=2, symbolSize=90
    )
    spec = chart(
        rows,
        line_at_one("x"),
        layer("rule", spread | {"color": looks["color"]}, strokeWidth=2),
        layer(
            "point", {"x": across, "y": down} | looks, filled=True, size=60, opacity=1
        ),
        width=WIDTH - 150,
        height=ROW * len(rows),
    )
    ratios = "; ".join(f"{n}: {ratio_in_words(t.ratio)}" for n, t in timings.items())
    words = f"Time of a step divided by that of {REFERENCE}, {workload}. {ratios}."
    caption = "Left of 1 a step takes less time than in PyTorch's eager loop."
    return figure_html(spec, words, caption, "chart")


def _interval(timing: Timing) -> dict[str, Any]:
    measured = timing.ratio
    return {"ratio": measured.median, "low": measured.low, "high": measured.high}


def batch_chart(results: Benchmarks) -> str:
    """A line for each rung over the batch size, and a band over its intervals."""
    rows = [
        {"batch": int(batch), "rung": name} | _interval(timing)
        for batch, timings in results.sweep.items()
        for name, timing in timings.items()
        if name != REFERENCE
    ]
    rungs = [rung for rung in SWEPT if rung != REFERENCE]
    sizes = {"values": sorted(map(int, results.sweep)), "format": "d"}
    scale = {"type": "log", "base": 2}
    across = quantity("batch", "Examples in a batch", scale=scale, axis=sizes)
    up = ratio("ratio", AXIS, [0.2, 0.5, 1, 2, 5, 10, 20, 50])
    spread = {"x": across, "y": up | {"field": "low"}, "y2": {"field": "high"}}
    colour = series("rung", rungs, {"color": LINES}, columns=2, symbolSize=90)
    dash = series("rung", rungs, {"strokeDash": DASHES}, columns=2, symbolSize=400)
    spec = chart(
        rows,
        line_at_one("y"),
        layer("rule", spread | colour, strokeWidth=1.5),
        layer("line", {"x": across, "y": up} | colour | dash, strokeWidth=2),
        height=230,
    )
    words = "Time of a step divided by that of pytorch-eager, over the batch size. "
    words += "; ".join(_course(name, rows) for name in rungs) + "."
    caption = "An upright line is the interval of a ratio."
    return figure_html(spec, words, caption, "chart")


def _course(rung: str, rows: list[dict[str, Any]]) -> str:
    ours = [row for row in rows if row["rung"] == rung]
    first, last = ours[0], ours[-1]
    return (
        f"{rung}: from {first['ratio']:.2f} at {first['batch']} to "
        f"{last['ratio']:.2f} at {last['batch']}"
    )
