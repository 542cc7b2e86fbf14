"""The workloads in Keras: models and their weights, on any backend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
from keras import layers

from scripts.measurements.timing.workloads import numbers
from scripts.measurements.timing.workloads.numbers import Array, Weights

Arranged = dict[str, list[Array]]
"""The weights of each layer, by its name."""


def mlp() -> Any:
    """Two hidden layers."""
    return keras.Sequential(
        [
            layers.Input(numbers.SHAPES["mlp"]),
            layers.Dense(numbers.HIDDEN, activation="relu", name="first"),
            layers.Dense(numbers.HIDDEN, activation="relu", name="second"),
            layers.Dense(numbers.CLASSES, name="head"),
        ]
    )


def cnn() -> Any:
    """Two convolutions, each followed by a pooling."""
    first, second = numbers.FILTERS
    return keras.Sequential(
        [
            layers.Input(numbers.SHAPES["cnn"]),
            layers.Conv2D(first, 3, padding="same", activation="relu", name="first"),
            layers.MaxPooling2D(2),
            layers.Conv2D(second, 3, padding="same", activation="relu", name="second"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(numbers.CLASSES, name="head"),
        ]
    )


def lstm() -> Any:
    """A layer of LSTM, whose last output is classified."""
    return keras.Sequential(
        [
            layers.Input(numbers.SHAPES["lstm"]),
            layers.LSTM(numbers.UNITS, name="lstm"),
            layers.Dense(numbers.CLASSES, name="head"),
        ]
    )


def encoder() -> Any:
    """Layers of a transformer encoder, whose mean output is classified."""
    inputs = x = layers.Input(numbers.SHAPES["encoder"])
    for layer in range(numbers.LAYERS):
        attention = layers.MultiHeadAttention(
            numbers.HEADS, numbers.WIDTH // numbers.HEADS, name=f"attention_{layer}"
        )
        x = layers.LayerNormalization(epsilon=1e-5)(x + attention(x, x))
        inner = layers.Dense(numbers.INNER, activation="relu", name=f"up_{layer}")(x)
        inner = layers.Dense(numbers.WIDTH, name=f"down_{layer}")(inner)
        x = layers.LayerNormalization(epsilon=1e-5)(x + inner)
    x = layers.GlobalAveragePooling1D()(x)
    return keras.Model(inputs, layers.Dense(numbers.CLASSES, name="head")(x))


def make(workload: str, weights: Weights) -> Any:
    """The model of a workload, with these weights."""
    build, arrange = MODELS[workload]
    model = build()
    for layer, values in arrange(weights).items():
        model.get_layer(layer).set_weights(values)
    return model


def adam() -> Any:
    """The optimizer of every workload."""
    return keras.optimizers.Adam(numbers.LEARNING_RATE, epsilon=numbers.EPSILON)


def criterion() -> Any:
    """The loss of every workload: classes from logits."""
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def _as_written(weights: Weights) -> Arranged:
    """The weights of layers whose layout is that in which they are written."""
    arranged: Arranged = {}
    for name, values in weights.items():
        arranged.setdefault(name.rpartition(".")[0], []).append(values)
    return arranged


def _encoder(weights: Weights) -> Arranged:
    written = _as_written(weights)
    arranged = {"head": written["head"]}
    for layer in range(numbers.LAYERS):
        arranged[f"attention_{layer}"] = _attention(written, layer)
        for part in ("up", "down"):
            arranged[f"{part}_{layer}"] = written[f"{layer}.{part}"]
    return arranged


def _attention(written: Arranged, layer: int) -> list[Array]:
    """Query, key and value are split by head, and the output is joined from heads."""
    heads, depth = numbers.HEADS, numbers.WIDTH // numbers.HEADS
    parts = []
    for part in ("query", "key", "value"):
        kernel, bias = written[f"{layer}.{part}"]
        parts += [kernel.reshape(-1, heads, depth), bias.reshape(heads, depth)]
    kernel, bias = written[f"{layer}.output"]
    return [*parts, kernel.reshape(heads, depth, -1), bias]


MODELS: dict[str, tuple[Callable[[], Any], Callable[[Weights], Arranged]]] = {
    "mlp": (mlp, _as_written),
    "cnn": (cnn, _as_written),
    "lstm": (lstm, _as_written),
    "encoder": (encoder, _encoder),
    "inference": (cnn, _as_written),
}
