"""Sizes, data and weights of every workload, made with NumPy from one seed.

Weights are written once, in the layout `(inputs, outputs)`; each framework's
side brings them into its own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Weights = dict[str, Array]

CLASSES = 10
FEATURES, HIDDEN = 64, 256  # of the multilayer perceptron
SIDE, COLOURS, FILTERS = 16, 3, (16, 32)  # of the images and convolutions
LENGTH, SIGNALS, UNITS = 8, 16, 64  # of the sequences and the LSTM
WIDTH, HEADS, INNER, LAYERS = 64, 4, 128, 2  # of the transformer encoder
LEARNING_RATE = 1e-3  # of Adam, on both sides
EPSILON = 1e-12  # so small that where it is added, which differs, has no effect


@dataclass(frozen=True)
class Size:
    """How much one round computes: `steps` steps, each on `batch` examples."""

    batch: int
    steps: int


SIZES = {
    "mlp": Size(batch=64, steps=16),
    "cnn": Size(batch=32, steps=16),
    "lstm": Size(batch=32, steps=16),
    "encoder": Size(batch=32, steps=16),
    "inference": Size(batch=1, steps=16),
}
SHAPES: dict[str, tuple[int, ...]] = {
    "mlp": (FEATURES,),
    "cnn": (SIDE, SIDE, COLOURS),
    "lstm": (LENGTH, SIGNALS),
    "encoder": (LENGTH, WIDTH),
    "inference": (SIDE, SIDE, COLOURS),
}


def examples(workload: str, size: Size) -> tuple[Array, NDArray[np.int64]]:
    """Inputs, an example per row, and the class of each."""
    rng = np.random.default_rng(0)
    count = size.batch * size.steps
    x = rng.standard_normal((count, *SHAPES[workload])).astype(np.float32)
    return x, rng.integers(0, CLASSES, count)


def weights(workload: str) -> Weights:
    """The weights that both sides start from, by name."""
    rng = np.random.default_rng(1)
    shapes = {
        "mlp": _mlp,
        "cnn": _cnn,
        "lstm": _lstm,
        "encoder": _encoder,
        "inference": _cnn,
    }[workload]()
    return {name: _draw(rng, shape) for name, shape in shapes.items()}


def _draw(rng: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """Normal numbers, scaled by the inputs of a kernel; one axis is a bias."""
    inputs = int(np.prod(shape[:-1])) if len(shape) > 1 else 100
    drawn: Array = (rng.standard_normal(shape) / np.sqrt(inputs)).astype(np.float32)
    return drawn


Shapes = dict[str, tuple[int, ...]]


def _dense(name: str, inputs: int, outputs: int) -> Shapes:
    return {f"{name}.kernel": (inputs, outputs), f"{name}.bias": (outputs,)}


def _mlp() -> Shapes:
    return (
        _dense("first", FEATURES, HIDDEN)
        | _dense("second", HIDDEN, HIDDEN)
        | _dense("head", HIDDEN, CLASSES)
    )


def _cnn() -> Shapes:
    first, second = FILTERS
    return {
        "first.kernel": (3, 3, COLOURS, first),
        "first.bias": (first,),
        "second.kernel": (3, 3, first, second),
        "second.bias": (second,),
    } | _dense("head", second, CLASSES)


def _lstm() -> Shapes:
    """The gates lie side by side: input, forget, cell, output."""
    return {
        "lstm.kernel": (SIGNALS, 4 * UNITS),
        "lstm.recurrent": (UNITS, 4 * UNITS),
        "lstm.bias": (4 * UNITS,),
    } | _dense("head", UNITS, CLASSES)


def _encoder() -> Shapes:
    shapes: Shapes = {}
    for layer in range(LAYERS):
        for part in ("query", "key", "value", "output"):
            shapes |= _dense(f"{layer}.{part}", WIDTH, WIDTH)
        shapes |= _dense(f"{layer}.up", WIDTH, INNER)
        shapes |= _dense(f"{layer}.down", INNER, WIDTH)
    return shapes | _dense("head", WIDTH, CLASSES)
