"""Figures of what was timed: ratios with their intervals, and the batch size."""

from __future__ import annotations

from typing import Any

from scripts.measurements.benchmarks import REFERENCE, SWEPT, Benchmarks, Rung
from scripts.measurements.speed import ratio_in_words
from scripts.pages.charts import DASHES, INK, LINES, WIDTH, chart

# What computes is told apart by colour and by shape.
ENGINES = {
    "pytorch": ("PyTorch", LINES[0], "circle"),
    "keras-torch": ("Keras on torch", LINES[1], "square"),
    "keras-jax": ("Keras on JAX", LINES[2], "triangle-up"),
    "keras-tensorflow": ("Keras on TensorFlow", LINES[3], "diamond"),
}
ROW = 24


def engine_of(rung: str) -> str:
    """Which of the engines computes a rung."""
    if rung == "keras-in-pytorch-loop":
        return "keras-torch"
    return next(e for e in ENGINES if rung == e or rung.startswith(f"{e}-"))


def ratio_chart(workload: str, rungs: dict[str, Rung]) -> str:
    """A mark at each ratio and a line over its interval, a row for each rung."""
    ratios = {n: r.timing.ratio for n, r in rungs.items() if n != REFERENCE}
    told = [f"{name}: {ratio_in_words(ratio)}" for name, ratio in ratios.items()]
    rows = [
        {
            "rung": name,
            "engine": ENGINES[engine_of(name)][0],
            "ratio": ratio.median,
            "low": ratio.low,
            "high": ratio.high,
        }
        for name, ratio in ratios.items()
    ]
    words = f"Time of a step divided by that of {REFERENCE}, {workload}. "
    caption = "Left of 1 a step takes less time than in PyTorch's eager loop."
    return chart(_ratios(rows), words + "; ".join(told) + ".", caption)


def _ratios(rows: list[dict[str, Any]]) -> dict[str, Any]:
    across = _ratio_across(rows)
    down = {
        "field": "rung",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {"labelLimit": 240, "grid": True},
    }
    spread = {"x": across | {"field": "low"}, "x2": {"field": "high"}, "y": down}
    one = {"x": {"datum": 1, "type": "quantitative"}}
    return {
        "width": WIDTH - 150,
        "height": ROW * len(rows),
        "data": {"values": rows},
        "layer": [
            {
                "mark": {"type": "rule", "color": INK, "strokeDash": [3, 3]},
                "encoding": one,
            },
            {
                "mark": {"type": "rule", "strokeWidth": 2},
                "encoding": spread | _colour(),
            },
            {
                "mark": {"type": "point", "filled": True, "size": 60, "opacity": 1},
                "encoding": {"x": across, "y": down} | _colour() | _shape(),
            },
        ],
    }


def _ratio_across(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "field": "ratio",
        "type": "quantitative",
        "scale": {"type": "log", "domain": _domain(rows), "nice": False},
        "title": "Time of a step / PyTorch eager",
        "axis": {"format": "~g", "values": [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]},
    }


def _domain(rows: list[dict[str, Any]]) -> list[float]:
    low, high = min(r["low"] for r in rows), max(r["high"] for r in rows)
    return [min(0.8, low / 1.1), max(1.25, high * 1.1)]


def _colour() -> dict[str, Any]:
    names, colours, _ = zip(*ENGINES.values(), strict=True)
    return {"color": _nominal("engine", list(names), list(colours))}


def _shape() -> dict[str, Any]:
    names, _, shapes = zip(*ENGINES.values(), strict=True)
    return {"shape": _nominal("engine", list(names), list(shapes))}


def _nominal(field: str, domain: list[str], given: list[Any]) -> dict[str, Any]:
    return {
        "field": field,
        "type": "nominal",
        "scale": {"domain": domain, "range": given},
        "legend": {"title": None, "orient": "bottom", "columns": 2, "symbolSize": 90},
    }


def batch_chart(results: Benchmarks) -> str:
    """A line for each rung over the batch size, and a band over its intervals."""
    rows = [
        {
            "batch": int(batch),
            "rung": name,
            "ratio": timing.ratio.median,
            "low": timing.ratio.low,
            "high": timing.ratio.high,
        }
        for batch, timings in results.sweep.items()
        for name, timing in timings.items()
        if name != REFERENCE
    ]
    rungs = [rung for rung in SWEPT if rung != REFERENCE]
    words = "Time of a step divided by that of pytorch-eager, over the batch size. "
    words += "; ".join(_course(name, rows) for name in rungs) + "."
    caption = "An upright line is the interval of a ratio."
    return chart(_lines(rows, rungs), words, caption)


def _course(rung: str, rows: list[dict[str, Any]]) -> str:
    ours = [row for row in rows if row["rung"] == rung]
    first, last = ours[0], ours[-1]
    return (
        f"{rung}: from {first['ratio']:.2f} at {first['batch']} to "
        f"{last['ratio']:.2f} at {last['batch']}"
    )


def _lines(rows: list[dict[str, Any]], rungs: list[str]) -> dict[str, Any]:
    across = _batches_across(rows)
    up = {
        "field": "ratio",
        "type": "quantitative",
        "scale": {"type": "log", "nice": False},
        "axis": {"format": "~g", "values": [0.2, 0.5, 1, 2, 5, 10, 20, 50]},
        "title": "Time of a step / PyTorch eager",
    }
    colour = {"color": _nominal("rung", rungs, list(LINES[: len(rungs)]))}
    dash = {"strokeDash": _nominal("rung", rungs, list(DASHES[: len(rungs)]))}
    dash["strokeDash"]["legend"] |= {"symbolSize": 400}
    spread = {"x": across, "y": up | {"field": "low"}, "y2": {"field": "high"}}
    one = {"y": {"datum": 1, "type": "quantitative"}}
    return {
        "width": WIDTH,
        "height": 230,
        "data": {"values": rows},
        "layer": [
            {
                "mark": {"type": "rule", "color": INK, "strokeDash": [3, 3]},
                "encoding": one,
            },
            {"mark": {"type": "rule", "strokeWidth": 1.5}, "encoding": spread | colour},
            {
                "mark": {"type": "line", "strokeWidth": 2},
                "encoding": {"x": across, "y": up} | colour | dash,
            },
        ],
    }


def _batches_across(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "field": "batch",
        "type": "quantitative",
        "scale": {"type": "log", "base": 2},
        "axis": {"values": sorted({row["batch"] for row in rows}), "format": "d"},
        "title": "Examples in a batch",
    }
