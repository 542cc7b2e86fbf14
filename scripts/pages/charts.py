"""Vega-Lite specifications, put together from axes, series and layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

WIDTH, HEIGHT = 400, 210
# Placeholders: what draws a chart puts the reader's colours in their place.
INK, RULE = "#010101", "#020202"
LINES = ("#030303", "#040404", "#050505", "#060606")
DASHES = ([1, 0], [6, 4], [2, 3], [8, 3, 2, 3])

Channels = dict[str, dict[str, Any]]
"""What of a row is shown where: by channel, such as `x` and `color`."""
Spec = dict[str, Any]


def quantity(field: str, title: str, **more: Any) -> dict[str, Any]:
    """A channel of numbers, such as an axis."""
    return {"field": field, "type": "quantitative", "title": title} | more


def ratio(
    field: str, title: str, ticks: list[float], domain: list[float] | None = None
) -> dict[str, Any]:
    """A logarithmic axis of ratios."""
    scale: dict[str, Any] = {"type": "log", "nice": False}
    scale |= {"domain": domain} if domain else {}
    axis = {"values": ticks, "format": "~g"}
    return quantity(field, title, scale=scale, axis=axis)


def category(field: str, **more: Any) -> dict[str, Any]:
    """An axis with a row for each name."""
    return {"field": field, "type": "nominal", "title": None} | more


def series(
    field: str,
    names: Sequence[str],
    looks: Mapping[str, Sequence[Any]],
    **legend: Any,
) -> Channels:
    """What tells series apart: `looks` holds for each channel a look for each name."""
    below = {"title": None, "orient": "bottom"} | legend
    return {
        channel: {
            "field": field,
            "type": "nominal",
            "scale": {"domain": [*names], "range": [*given[: len(names)]]},
            "legend": below,
        }
        for channel, given in looks.items()
    }


def layer(mark: str, channels: Channels, **looks: Any) -> Spec:
    """Marks of one kind, one for each row."""
    return {"mark": {"type": mark} | looks, "encoding": channels}


def line_at_one(channel: str) -> Spec:
    """A dashed line where both sides are the same."""
    one = {channel: {"datum": 1, "type": "quantitative"}}
    return layer("rule", one, color=INK, strokeDash=[3, 3])


def chart(
    rows: list[dict[str, Any]],
    *layers: Spec,
    width: int | dict[str, int] = WIDTH,
    height: int | dict[str, int] = HEIGHT,
) -> Spec:
    """Layers over the same rows as a specification; sizes in pixels or by step."""
    content = layers[0] if len(layers) == 1 else {"layer": [*layers]}
    return {"width": width, "height": height, "data": {"values": rows}} | content


def lines(rows: list[dict[str, Any]], x: Any, y: Any, names: Sequence[str]) -> Spec:
    """A line for each of `names`, a row's `line`, with a dash of its own."""
    looks = series(
        "line", names, {"color": LINES, "strokeDash": DASHES}, symbolSize=400
    )
    return chart(rows, layer("line", {"x": x, "y": y} | looks, strokeWidth=2))
