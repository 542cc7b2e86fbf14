"""How a rung is driven: a first step, rounds of steps, and what the model gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np

from scripts.measurements.ladder import Rung
from scripts.measurements.timing.workloads.numbers import Array, Size, examples, weights

Give = Callable[[], float]


class Driver(NamedTuple):
    """`first` makes one step and `round` all of them.

    Both return once the result is there: the mean loss, or in inference the
    mean output. `outputs` are those of the first examples.
    """

    first: Give
    round: Give
    outputs: Callable[[], Array]


def make_driver(rung: Rung, workload: str, size: Size) -> Driver:
    """The driver of a workload, on a new model with the common weights."""
    if workload == "inference":
        return _inference(rung, workload, size)
    if rung.way == "fit":
        return _fit(rung, workload, size)
    return _loop(rung, workload, size)


def _loop(rung: Rung, workload: str, size: Size) -> Driver:
    """A loop in PyTorch, around a model of either framework."""
    import torch

    from scripts.measurements.timing.workloads import in_pytorch

    model, arranged = _torch_model(rung, workload)
    x, y = examples(workload, size)
    inputs, targets = arranged(x), torch.from_numpy(y).to(_device())
    train = in_pytorch.training_loop(
        torch.compile(model) if rung.compiled else model,
        in_pytorch.adam(p for p in model.parameters() if p.requires_grad),
    )

    def outputs() -> Array:
        with torch.inference_mode():
            given: Array = model(inputs[: size.batch]).cpu().numpy()
        return given

    batch = size.batch
    return Driver(
        lambda: train(inputs[:batch], targets[:batch], batch),
        lambda: train(inputs, targets, batch),
        outputs,
    )


def _torch_model(rung: Rung, workload: str) -> tuple[Any, Callable[[Array], Any]]:
    """A model for PyTorch, and what brings examples into its layout."""
    import torch

    device = _device()
    if rung.model == "keras":
        from scripts.measurements.timing.workloads import in_keras

        model = in_keras.make(workload, weights(workload))
        return model, lambda x: torch.from_numpy(x).to(device)

    from scripts.measurements.timing.workloads import in_pytorch

    model = in_pytorch.make(workload, weights(workload)).to(device)
    return model, lambda x: in_pytorch.batch_of(x).to(device)


def _device() -> str:
    import torch

    return "cuda" if torch.cuda.is_available() else "cpu"


def _fit(rung: Rung, workload: str, size: Size) -> Driver:
    """The `fit` of Keras."""
    from scripts.measurements.timing.workloads import in_keras

    model = in_keras.make(workload, weights(workload))
    model.compile(
        in_keras.adam(),
        in_keras.criterion(),
        jit_compile=True if rung.compiled else "auto",
    )
    x, y = examples(workload, size)

    def fit(count: int) -> float:
        history = model.fit(
            x[:count], y[:count], batch_size=size.batch, shuffle=False, verbose=0
        )
        return float(history.history["loss"][0])

    return Driver(
        lambda: fit(size.batch),
        lambda: fit(len(x)),
        lambda: np.asarray(model.predict_on_batch(x[: size.batch])),
    )


def _inference(rung: Rung, workload: str, size: Size) -> Driver:
    """A call per example; each takes a NumPy array and gives one."""
    x, _ = examples(workload, size)
    call, arranged = _caller(rung, workload, x)

    def calls(singles: Iterable[Array]) -> float:
        return float(np.mean([call(single) for single in singles]))

    singles = np.split(arranged, size.steps)
    return Driver(
        lambda: calls(singles[:1]),
        lambda: calls(singles),
        lambda: np.concatenate([call(single) for single in singles]),
    )


def _caller(
    rung: Rung, workload: str, x: Array
) -> tuple[Callable[[Array], Array], Array]:
    """What maps an array to the outputs of the model, and `x` in its layout."""
    if rung.model == "pytorch":
        return _pytorch_caller(rung, workload, x)
    from scripts.measurements.timing.workloads import in_keras

    model = in_keras.make(workload, weights(workload))
    if rung.way == "predict":
        return lambda single: model.predict(single, verbose=0), x
    if rung.way == "predict-on-batch":
        return model.predict_on_batch, x
    return _keras_caller(rung, model), x


def _keras_caller(rung: Rung, model: Any) -> Callable[[Array], Array]:
    """Calls of the model itself; on torch without gradients, as PyTorch's are."""
    import keras

    def call(single: Array) -> Array:
        given: Array = keras.ops.convert_to_numpy(model(single, training=False))
        return given

    if rung.runtime != "keras-torch":
        return call
    import torch

    return torch.inference_mode()(call)


def _pytorch_caller(
    rung: Rung, workload: str, x: Array
) -> tuple[Callable[[Array], Array], Array]:
    import torch

    from scripts.measurements.timing.workloads import in_pytorch

    model = in_pytorch.make(workload, weights(workload)).to(_device()).eval()
    compiled = torch.compile(model) if rung.compiled else model

    @torch.inference_mode()
    def call(single: Array) -> Array:
        given: Array = compiled(torch.from_numpy(single).to(_device())).cpu().numpy()
        return given

    return call, in_pytorch.batch_of(x).numpy()
