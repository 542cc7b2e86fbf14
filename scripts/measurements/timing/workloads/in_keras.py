"""The workloads in Keras: models and their weights, on any backend."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
from keras import layers

from scripts.measurements.timing.workloads.numbers import (
    CLASSES,
    EPSILON,
    FILTERS,
    HEADS,
    HIDDEN,
    INNER,
    LAYERS,
    LEARNING_RATE,
    SHAPES,
    UNITS,
    WIDTH,
    Weights,
)


def mlp() -> Any:
    """Two hidden layers."""
    return keras.Sequential(
        [
            layers.Input(SHAPES["mlp"]),
            layers.Dense(HIDDEN, activation="relu", name="first"),
            layers.Dense(HIDDEN, activation="relu", name="second"),
            layers.Dense(CLASSES, name="head"),
        ]
    )


def cnn() -> Any:
    """Two convolutions, each followed by a pooling."""
    first, second = FILTERS
    return keras.Sequential(
        [
            layers.Input(SHAPES["cnn"]),
            layers.Conv2D(first, 3, padding="same", activation="relu", name="first"),
            layers.MaxPooling2D(2),
            layers.Conv2D(second, 3, padding="same", activation="relu", name="second"),
            layers.GlobalAveragePooling2D(),
            layers.Dense(CLASSES, name="head"),
        ]
    )


def lstm() -> Any:
    """A layer of LSTM, whose last output is classified."""
    return keras.Sequential(
        [
            layers.Input(SHAPES["lstm"]),
            layers.LSTM(UNITS, name="lstm"),
            layers.Dense(CLASSES, name="head"),
        ]
    )


def encoder() -> Any:
    """Layers of a transformer encoder, whose mean output is classified."""
    inputs = x = layers.Input(SHAPES["encoder"])
    for layer in range(LAYERS):
        attention = layers.MultiHeadAttention(
            HEADS, WIDTH // HEADS, name=f"attention_{layer}"
        )
        x = layers.LayerNormalization(epsilon=1e-5)(x + attention(x, x))
        inner = layers.Dense(INNER, activation="relu", name=f"up_{layer}")(x)
        inner = layers.Dense(WIDTH, name=f"down_{layer}")(inner)
        x = layers.LayerNormalization(epsilon=1e-5)(x + inner)
    x = layers.GlobalAveragePooling1D()(x)
    return keras.Model(inputs, layers.Dense(CLASSES, name="head")(x))


def make(workload: str, weights: Weights) -> Any:
    """The model of a workload, with these weights."""
    build, arrange = MODELS[workload]
    model = build()
    for layer, values in arrange(weights).items():
        model.get_layer(layer).set_weights(values)
    return model


def adam() -> Any:
    """The optimizer of every workload."""
    return keras.optimizers.Adam(LEARNING_RATE, epsilon=EPSILON)


def criterion() -> Any:
    """The loss of every workload: classes from logits."""
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


Arranged = dict[str, list[Any]]


def _as_written(*names: str) -> Callable[[Weights], Arranged]:
    """Kernel and bias of layers whose layout is that of the weights."""

    def arrange(weights: Weights) -> Arranged:
        return {n: [weights[f"{n}.kernel"], weights[f"{n}.bias"]] for n in names}

    return arrange


def _lstm(weights: Weights) -> Arranged:
    parts = [weights[f"lstm.{part}"] for part in ("kernel", "recurrent", "bias")]
    return {"lstm": parts} | _as_written("head")(weights)


def _encoder(weights: Weights) -> Arranged:
    arranged = _as_written("head")(weights)
    for layer in range(LAYERS):
        arranged[f"attention_{layer}"] = _attention(weights, layer)
        for part in ("up", "down"):
            kernel, bias = (weights[f"{layer}.{part}.{w}"] for w in ("kernel", "bias"))
            arranged[f"{part}_{layer}"] = [kernel, bias]
    return arranged


def _attention(weights: Weights, layer: int) -> list[Any]:
    """Query, key and value are split by head, and the output is joined from heads."""
    depth = WIDTH // HEADS
    parts = []
    for part in ("query", "key", "value"):
        kernel, bias = (weights[f"{layer}.{part}.{w}"] for w in ("kernel", "bias"))
        parts += [kernel.reshape(WIDTH, HEADS, depth), bias.reshape(HEADS, depth)]
    kernel, bias = (weights[f"{layer}.output.{w}"] for w in ("kernel", "bias"))
    return [*parts, kernel.reshape(HEADS, depth, WIDTH), bias]


MODELS: dict[str, tuple[Callable[[], Any], Callable[[Weights], Arranged]]] = {
    "mlp": (mlp, _as_written("first", "second", "head")),
    "cnn": (cnn, _as_written("first", "second", "head")),
    "lstm": (lstm, _lstm),
    "encoder": (encoder, _encoder),
    "inference": (cnn, _as_written("first", "second", "head")),
}
