"""The workloads in PyTorch: models, their weights, a training loop, inference."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn

from scripts.measurements.timing.workloads import numbers
from scripts.measurements.timing.workloads.numbers import Array, Weights

State = dict[str, Tensor]


class LSTM(nn.Module):
    """A layer of LSTM, whose last output is classified."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(numbers.SIGNALS, numbers.UNITS, batch_first=True)
        # PyTorch adds two biases and Keras one: the second stays at zero.
        second = self.lstm.get_parameter("bias_hh_l0")
        nn.init.zeros_(second).requires_grad_(False)
        self.head = nn.Linear(numbers.UNITS, numbers.CLASSES)

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
            numbers.WIDTH, numbers.HEADS, numbers.INNER, dropout=0.0, batch_first=True
        )
        self.encoder = nn.TransformerEncoder(layer, numbers.LAYERS)
        self.head = nn.Linear(numbers.WIDTH, numbers.CLASSES)

    def forward(self, x: Tensor) -> Tensor:
        """Logits of a batch of sequences."""
        logits: Tensor = self.head(self.encoder(x).mean(dim=1))
        return logits


def mlp() -> nn.Module:
    """Two hidden layers."""
    return nn.Sequential(
        nn.Linear(numbers.FEATURES, numbers.HIDDEN),
        nn.ReLU(),
        nn.Linear(numbers.HIDDEN, numbers.HIDDEN),
        nn.ReLU(),
        nn.Linear(numbers.HIDDEN, numbers.CLASSES),
    )


def cnn() -> nn.Module:
    """Two convolutions, each followed by a pooling."""
    first, second = numbers.FILTERS
    return nn.Sequential(
        nn.Conv2d(numbers.COLOURS, first, 3, padding="same"),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(first, second, 3, padding="same"),
        nn.ReLU(),
        nn.AdaptiveAvgPool2d(1),
        nn.Flatten(),
        nn.Linear(second, numbers.CLASSES),
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
    return torch.optim.Adam(parameters, numbers.LEARNING_RATE, eps=numbers.EPSILON)  # type: ignore[arg-type]


# What is left as it is made: the second bias of the LSTM, and layer norms.
UNSET = ("bias_hh_l0", "norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias")


def _layer(weights: Weights, name: str, to: str) -> State:
    """A linear layer or a convolution: outputs come first, then inputs."""
    kernel = weights[f"{name}.kernel"]
    order = (3, 2, 0, 1) if kernel.ndim == 4 else (1, 0)
    return {
        f"{to}.weight": torch.tensor(kernel.transpose(order).copy()),
        f"{to}.bias": torch.tensor(weights[f"{name}.bias"]),
    }


def _sequential(**places: str) -> Callable[[Weights], State]:
    """The state of a sequence of layers, from the place of each."""

    def arrange(weights: Weights) -> State:
        layers = (_layer(weights, name, to) for name, to in places.items())
        return {name: values for layer in layers for name, values in layer.items()}

    return arrange


def _lstm(weights: Weights) -> State:
    return {
        "lstm.weight_ih_l0": torch.tensor(weights["lstm.kernel"].T.copy()),
        "lstm.weight_hh_l0": torch.tensor(weights["lstm.recurrent"].T.copy()),
        "lstm.bias_ih_l0": torch.tensor(weights["lstm.bias"]),
    } | _layer(weights, "head", "head")


def _encoder(weights: Weights) -> State:
    state = _layer(weights, "head", "head")
    for layer in range(numbers.LAYERS):
        to, parts = f"encoder.layers.{layer}", ("query", "key", "value")
        kernels = [weights[f"{layer}.{part}.kernel"].T for part in parts]
        biases = [weights[f"{layer}.{part}.bias"] for part in parts]
        state[f"{to}.self_attn.in_proj_weight"] = torch.tensor(np.concatenate(kernels))
        state[f"{to}.self_attn.in_proj_bias"] = torch.tensor(np.concatenate(biases))
        state |= _layer(weights, f"{layer}.output", f"{to}.self_attn.out_proj")
        state |= _layer(weights, f"{layer}.up", f"{to}.linear1")
        state |= _layer(weights, f"{layer}.down", f"{to}.linear2")
    return state


MODELS: dict[str, tuple[Callable[[], nn.Module], Callable[[Weights], State]]] = {
    "mlp": (mlp, _sequential(first="0", second="2", head="4")),
    "cnn": (cnn, _sequential(first="0", second="3", head="7")),
    "lstm": (LSTM, _lstm),
    "encoder": (Encoder, _encoder),
    "inference": (cnn, _sequential(first="0", second="3", head="7")),
}
