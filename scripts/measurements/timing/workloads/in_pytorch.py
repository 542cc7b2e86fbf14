"""The workloads in PyTorch: models, their weights, a training loop, inference."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from scripts.measurements.timing.workloads.numbers import (
    CLASSES,
    COLOURS,
    EPSILON,
    FEATURES,
    FILTERS,
    HEADS,
    HIDDEN,
    INNER,
    LAYERS,
    LEARNING_RATE,
    SIGNALS,
    UNITS,
    WIDTH,
    Array,
    Weights,
)

State = dict[str, Tensor]


class LSTM(nn.Module):
    """A layer of LSTM, whose last output is classified."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(SIGNALS, UNITS, batch_first=True)
        # PyTorch adds two biases and Keras one: the second stays at zero.
        second = self.lstm.get_parameter("bias_hh_l0")
        nn.init.zeros_(second).requires_grad_(False)
        self.head = nn.Linear(UNITS, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        """Logits of a batch of sequences."""
        outputs, _ = self.lstm(x)
        logits: Tensor = self.head(outputs[:, -1])
        return logits


class Encoder(nn.Module):
    """Layers of a transformer encoder, whose mean output is classified."""

    def __init__(self) -> None:
        super().__init__()
        layer = nn.TransformerEncoderLayer(
            WIDTH, HEADS, INNER, dropout=0.0, batch_first=True
        )
        self.encoder = nn.TransformerEncoder(layer, LAYERS)
        self.head = nn.Linear(WIDTH, CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        """Logits of a batch of sequences."""
        logits: Tensor = self.head(self.encoder(x).mean(dim=1))
        return logits


def mlp() -> nn.Module:
    """Two hidden layers."""
    return nn.Sequential(
        nn.Linear(FEATURES, HIDDEN),
        nn.ReLU(),
        nn.Linear(HIDDEN, HIDDEN),
        nn.ReLU(),
        nn.Linear(HIDDEN, CLASSES),
    )


def cnn() -> nn.Module:
    """Two convolutions, each followed by a pooling."""
    first, second = FILTERS
    return nn.Sequential(
        nn.Conv2d(COLOURS, first, 3, padding="same"),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(first, second, 3, padding="same"),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(second, CLASSES),
    )


def make(workload: str, weights: Weights) -> nn.Module:
    """The model of a workload, with these weights."""
    build, arrange = MODELS[workload]
    model, state = build(), arrange(weights)
    missing, unknown = model.load_state_dict(state, strict=False)
    if unknown or any(not name.endswith(UNSET) for name in missing):
        raise ValueError(f"weights do not fit: {missing} missing, {unknown} unknown")
    return model


def batch_of(array: Array) -> Tensor:
    """Examples as PyTorch takes them: the channels of an image come first."""
    tensor = torch.from_numpy(array)
    return tensor.permute(0, 3, 1, 2).contiguous() if tensor.ndim == 4 else tensor


def training_loop(
    model: Callable[[Tensor], Tensor], optimizer: torch.optim.Optimizer
) -> Callable[[Tensor, Tensor, int], float]:
    """A loop over batches that returns the mean loss."""
    criterion = nn.CrossEntropyLoss()

    def train(x: Tensor, y: Tensor, size: int) -> float:
        total = torch.zeros((), device=x.device)
        for inputs, targets in zip(
            torch.split(x, size), torch.split(y, size), strict=True
        ):
            optimizer.zero_grad()
            loss = criterion(model(inputs), targets)
            loss.backward()
            optimizer.step()
            total += loss.detach() * len(inputs)
        return float(total) / len(x)

    return train


def adam(parameters: object) -> torch.optim.Optimizer:
    """Adam with the epsilon of Keras."""
    return torch.optim.Adam(parameters, LEARNING_RATE, eps=EPSILON)  # type: ignore[arg-type]


# What is left as it is made: the second bias of the LSTM, and layer norms.
UNSET = ("bias_hh_l0", "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias")


def _linear(weights: Weights, name: str, to: str) -> State:
    kernel, bias = weights[f"{name}.kernel"], weights[f"{name}.bias"]
    return {
        f"{to}.weight": torch.tensor(kernel.T.copy()),
        f"{to}.bias": torch.tensor(bias),
    }


def _convolution(weights: Weights, name: str, to: str) -> State:
    kernel = weights[f"{name}.kernel"].transpose(3, 2, 0, 1).copy()
    bias = weights[f"{name}.bias"]
    return {f"{to}.weight": torch.tensor(kernel), f"{to}.bias": torch.tensor(bias)}


def _mlp(weights: Weights) -> State:
    names = {"first": "0", "second": "2", "head": "4"}
    return {k: v for n, to in names.items() for k, v in _linear(weights, n, to).items()}


def _cnn(weights: Weights) -> State:
    return (
        _convolution(weights, "first", "0")
        | _convolution(weights, "second", "3")
        | _linear(weights, "head", "7")
    )


def _lstm(weights: Weights) -> State:
    return {
        "lstm.weight_ih_l0": torch.tensor(weights["lstm.kernel"].T.copy()),
        "lstm.weight_hh_l0": torch.tensor(weights["lstm.recurrent"].T.copy()),
        "lstm.bias_ih_l0": torch.tensor(weights["lstm.bias"]),
    } | _linear(weights, "head", "head")


def _encoder(weights: Weights) -> State:
    state = _linear(weights, "head", "head")
    for layer in range(LAYERS):
        to, parts = f"encoder.layers.{layer}", ("query", "key", "value")
        kernels = [weights[f"{layer}.{part}.kernel"].T for part in parts]
        biases = [weights[f"{layer}.{part}.bias"] for part in parts]
        state[f"{to}.self_attn.in_proj_weight"] = torch.tensor(np.concatenate(kernels))
        state[f"{to}.self_attn.in_proj_bias"] = torch.tensor(np.concatenate(biases))
        state |= _linear(weights, f"{layer}.output", f"{to}.self_attn.out_proj")
        state |= _linear(weights, f"{layer}.up", f"{to}.linear1")
        state |= _linear(weights, f"{layer}.down", f"{to}.linear2")
    return state


MODELS: dict[str, tuple[Callable[[], nn.Module], Callable[[Weights], State]]] = {
    "mlp": (mlp, _mlp),
    "cnn": (cnn, _cnn),
    "lstm": (LSTM, _lstm),
    "encoder": (Encoder, _encoder),
    "inference": (cnn, _cnn),
}
