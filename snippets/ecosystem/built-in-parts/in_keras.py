"""Count the public parts of Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The public classes of one kind
import inspect

import keras
from keras import layers, ops


def classes(namespace, base):
    found = {
        part
        for name, part in vars(namespace).items()
        if name[0] != "_" and inspect.isclass(part)
    }
    return {part for part in found if issubclass(part, base)}


# %% Count them
bases = {
    "layers": layers.Layer,
    "losses": keras.losses.Loss,
    "optimizers": keras.optimizers.Optimizer,
    "metrics": keras.metrics.Metric,
    "callbacks": keras.callbacks.Callback,
}
parts = {
    name: len(classes(getattr(keras, name), base) - {base})
    for name, base in bases.items()
}
counts = list(parts.values())
assert counts == [142, 22, 16, 45, 15]
print(parts)

# %% Functions on tensors
functions = sum(
    callable(part) and not inspect.isclass(part) and name[0] != "_"
    for name, part in vars(ops).items()
    if part.__doc__
)
assert functions == 337
print("functions:", functions)

# %% Parts by name
names = sorted(
    part.__name__ for part in classes(layers, layers.Layer)
)
in_three_dimensions = sum("3D" in name for name in names)
transformer_parts = sum("Transformer" in name for name in names)
assert in_three_dimensions > 0 and transformer_parts == 0
print("3D:", in_three_dimensions)
print("Transformer:", transformer_parts)
