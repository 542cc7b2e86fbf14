"""Figures of what was timed: ratios with their intervals, and the batch size."""

from __future__ import annotations

from typing import Any

from scripts.measurements.benchmarks import Benchmarks, Rung, Timing
from scripts.measurements.ladder import LADDER, REFERENCE, SWEPT
from scripts.measurements.speed import ratio_in_words
from scripts.pages import charts
from scripts.pages.drawing import figure_html

# What computes has a shape too: colour is not enough.
ENGINES = {
    "pytorch": ("PyTorch", "circle"),
    "keras-torch": ("Keras on torch", "square"),
    "keras-jax": ("Keras on JAX", "triangle-up"),
    "keras-tensorflow": ("Keras on TensorFlow", "diamond"),
}
AXIS = "Time of a step / PyTorch eager"
LEGEND = {"columns": 2, "symbolSize": 90}
ROW = 24
Rows = list[dict[str, Any]]


def ratio_chart(workload: str, rungs: dict[str, Rung]) -> str:
    """A mark at each ratio and a line over its interval, a row for each rung."""
    timings = {n: r.timing for n, r in rungs.items() if n != REFERENCE}
    rows = [
        {"rung": name, "engine": ENGINES[LADDER[name].runtime][0]} | _interval(timing)
        for name, timing in timings.items()
    ]
    ratios = "; ".join(f"{n}: {ratio_in_words(t.ratio)}" for n, t in timings.items())
    words = f"Time of a step divided by that of {REFERENCE}, {workload}. {ratios}."
    caption = "Left of 1 a step takes less time than in PyTorch's eager loop."
    return figure_html(_by_rung(rows), words, caption, "chart")


def _interval(timing: Timing) -> dict[str, Any]:
    measured = timing.ratio
    return {"ratio": measured.median, "low": measured.low, "high": measured.high}


def _by_rung(rows: Rows) -> charts.Spec:
    low, high = min(r["low"] for r in rows), max(r["high"] for r in rows)
    domain = [min(0.8, low / 1.1), max(1.25, high * 1.1)]
    ticks = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
    across = charts.ratio("ratio", AXIS, ticks, domain)
    down = charts.category("rung", sort=None, axis={"labelLimit": 240, "grid": True})
    spread = {"x": across | {"field": "low"}, "x2": {"field": "high"}, "y": down}
    names, shapes = zip(*ENGINES.values(), strict=True)
    looks = {"color": charts.LINES, "shape": shapes}
    engines = charts.series("engine", names, looks, **LEGEND)
    point, big = {"x": across, "y": down} | engines, {"filled": True, "size": 60}
    return charts.chart(
        rows,
        charts.line_at_one("x"),
        charts.layer("rule", spread | {"color": engines["color"]}, strokeWidth=2),
        charts.layer("point", point, opacity=1, **big),
        width=charts.WIDTH - 150,
        height=ROW * len(rows),
    )


def batch_chart(results: Benchmarks) -> str:
    """A line for each rung over the batch size, and a band over its intervals."""
    rows = [
        {"batch": int(batch), "rung": name} | _interval(timing)
        for batch, timings in results.sweep.items()
        for name, timing in timings.items()
        if name != REFERENCE
    ]
    words = "Time of a step divided by that of pytorch-eager, over the batch size. "
    words += "; ".join(_course(name, rows) for name in SWEPT if name != REFERENCE)
    caption = "An upright line is the interval of a ratio."
    return figure_html(_by_batch(rows), f"{words}.", caption, "chart")


def _course(rung: str, rows: Rows) -> str:
    first, *_, last = (row for row in rows if row["rung"] == rung)
    return (
        f"{rung}: from {first['ratio']:.2f} at {first['batch']} to "
        f"{last['ratio']:.2f} at {last['batch']}"
    )


def _by_batch(rows: Rows) -> charts.Spec:
    sizes = {"values": sorted({row["batch"] for row in rows}), "format": "d"}
    scale = {"type": "log", "base": 2}
    across = charts.quantity("batch", "Examples in a batch", scale=scale, axis=sizes)
    up = charts.ratio("ratio", AXIS, [0.2, 0.5, 1, 2, 5, 10, 20, 50])
    spread = {"x": across, "y": up | {"field": "low"}, "y2": {"field": "high"}}
    rungs = [name for name in SWEPT if name != REFERENCE]
    colour = charts.series("rung", rungs, {"color": charts.LINES}, **LEGEND)
    long = LEGEND | {"symbolSize": 400}
    dash = charts.series("rung", rungs, {"strokeDash": charts.DASHES}, **long)
    return charts.chart(
        rows,
        charts.line_at_one("y"),
        charts.layer("rule", spread | colour, strokeWidth=1.5),
        charts.layer("line", {"x": across, "y": up} | colour | dash, strokeWidth=2),
        height=230,
    )
