"""The rungs: what computes a workload, on which runtime, and how it is driven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Way = Literal["loop", "fit", "call", "predict-on-batch", "predict"]
SINGLE: tuple[Way, ...] = ("call", "predict-on-batch", "predict")
"""The ways to compute one example at a time; the others train."""


@dataclass(frozen=True)
class Rung:
    """`runtime` is one of `runtimes.toml`; `model` says whose model it is.

    `compiled` asks for `torch.compile`, or for `jit_compile=True` in Keras;
    without it Keras is left to its default.
    """

    runtime: str
    way: Way
    model: Literal["pytorch", "keras"] = "keras"
    compiled: bool = False


REFERENCE = "pytorch-eager"
LADDER: dict[str, Rung] = {
    REFERENCE: Rung("pytorch", "loop", "pytorch"),
    "pytorch-compile": Rung("pytorch", "loop", "pytorch", compiled=True),
    "keras-in-pytorch-loop": Rung("keras-torch", "loop"),
    "keras-torch-fit": Rung("keras-torch", "fit"),
    "keras-torch-fit-jit": Rung("keras-torch", "fit", compiled=True),
    "keras-jax-fit": Rung("keras-jax", "fit"),
    "keras-tensorflow-fit": Rung("keras-tensorflow", "fit"),
    "keras-tensorflow-fit-jit": Rung("keras-tensorflow", "fit", compiled=True),
} | {
    f"{runtime}-{way}": Rung(runtime, way)
    for runtime in ("keras-torch", "keras-jax", "keras-tensorflow")
    for way in SINGLE
}
TRAINING = [name for name, rung in LADDER.items() if rung.way not in SINGLE]
INFERENCE = [n for n, r in LADDER.items() if r.model == "pytorch" or r.way in SINGLE]
RUNGS = dict.fromkeys(("mlp", "cnn", "lstm", "encoder"), TRAINING) | {
    "inference": INFERENCE
}
"""By workload the names of its rungs, the reference first."""
SWEPT = [name for name in TRAINING if not LADDER[name].compiled]
BATCHES = (8, 32, 128, 512, 2048)
"""What is swept: the batch size of the multilayer perceptron, on `SWEPT`."""
