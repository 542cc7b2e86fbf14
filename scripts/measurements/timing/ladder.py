"""The rungs: what computes a workload, on which runtime, and how it is driven."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scripts.measurements.benchmarks import INFERENCE, TRAINING

Way = Literal["loop", "fit", "call", "predict-on-batch", "predict"]


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


LADDER: dict[str, Rung] = {
    "pytorch-eager": Rung("pytorch", "loop", "pytorch"),
    "pytorch-compile": Rung("pytorch", "loop", "pytorch", compiled=True),
    "keras-in-pytorch-loop": Rung("keras-torch", "loop"),
    "keras-torch-fit": Rung("keras-torch", "fit"),
    "keras-torch-fit-jit": Rung("keras-torch", "fit", compiled=True),
    "keras-jax-fit": Rung("keras-jax", "fit"),
    "keras-tensorflow-fit": Rung("keras-tensorflow", "fit"),
    "keras-tensorflow-fit-jit": Rung("keras-tensorflow", "fit", compiled=True),
}
WAYS: tuple[Way, ...] = ("call", "predict-on-batch", "predict")
for _runtime in ("keras-torch", "keras-jax", "keras-tensorflow"):
    LADDER |= {f"{_runtime}-{way}": Rung(_runtime, way) for way in WAYS}

if set(LADDER) != {*TRAINING, *INFERENCE}:
    raise ValueError(
        "the rungs here are not those of scripts/measurements/benchmarks.py"
    )
