"""The slope of activations in Keras at a kink."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Functions with a kink, and where it is
from keras import activations, layers, ops

functions = {
    "abs": (ops.abs, 0.0),
    "leaky ReLU": (layers.LeakyReLU(0.2), 0.0),
    "hard tanh": (activations.hard_tanh, 1.0),
    "SELU": (activations.selu, 0.0),
    "CELU": (activations.celu, 0.0),
}


def slope(function, point):
    x = ops.convert_to_tensor(point, "float32")
    _, found = ops.jvp(function, (x,), (ops.ones_like(x),))
    return float(found)


# %% At the kink
at_the_kink = [slope(*pair) for pair in functions.values()]
for name, found in zip(functions, at_the_kink, strict=True):
    print(f"{name:10} {found:.3f}")

# %% On both sides of it
below = [slope(f, at - 0.1) for f, at in functions.values()]
above = [slope(f, at + 0.1) for f, at in functions.values()]

# %% Functions without a difference
same_functions = {
    "ReLU": (ops.relu, 0.0),
    "ReLU6": (ops.relu6, 6.0),
    "ELU": (activations.elu, 0.0),
    "hard sigmoid": (activations.hard_sigmoid, 3.0),
    "softshrink": (activations.soft_shrink, 0.5),
}
same = [slope(*pair) for pair in same_functions.values()]
print(same)
