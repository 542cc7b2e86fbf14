"""Squareplus and sparse plus in Keras: built in."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops

points = np.linspace(-3, 3, 42, dtype="float32")
x = ops.convert_to_tensor(points)
ones = ops.ones_like(x)

# %% Squareplus
squareplus = activations.squareplus(x)
squareplus_b_1 = activations.squareplus(x, b=1)
_, squareplus_derivative = ops.jvp(
    activations.squareplus, (x,), (ones,)
)
too_large = ops.full((1,), -300.0, dtype="float16")
assert ops.isinf(activations.squareplus(too_large))[0]
print(f"squareplus of 3: {squareplus[-1]:.3f}")

# %% Sparse plus and its derivative
sparse_plus = activations.sparse_plus(x)
sparse_sigmoid = activations.sparse_sigmoid(x)
_, sparse_plus_derivative = ops.jvp(
    activations.sparse_plus, (x,), (ones,)
)
same = ops.isclose(sparse_plus_derivative, sparse_sigmoid)
assert ops.all(same)
print(f"sparse plus of -3: {sparse_plus[0]:.1f}")
