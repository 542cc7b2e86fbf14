"""Log-sum-exp in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Small and large numbers
import numpy as np
from keras import ops

table = [[0.0, 1.0, 2.0], [100.0, 101.0, 102.0]]
x = ops.convert_to_tensor(table)

# %% The formula as written
formula = ops.log(ops.sum(ops.exp(x), axis=1))
print(ops.convert_to_numpy(formula).tolist()[1])
formula_is_finite = ops.isfinite(formula)
assert formula_is_finite[0] and not formula_is_finite[1]

# %% The largest number first
top = ops.max(x, axis=1, keepdims=True)
by_hand = top[:, 0] + ops.log(ops.sum(ops.exp(x - top), axis=1))

# %% The function for it
rows = ops.logsumexp(x, axis=1)
everything = ops.logsumexp(x)
print([f"{value:.3f}" for value in rows])
assert ops.all(ops.isclose(rows, by_hand))
assert everything.shape == ()


# %% Its derivative is the softmax
def direction(column):
    """The derivative of each row along one column."""
    step = np.zeros((2, 3), "float32")
    step[:, column] = 1
    step = ops.convert_to_tensor(step)
    return ops.jvp(lambda x: ops.logsumexp(x, 1), (x,), (step,))[1]


slope = ops.stack([direction(i) for i in range(3)], axis=1)
assert ops.all(ops.isclose(slope, ops.softmax(x, axis=1)))

# %% A row of minus infinity
masked, ones = ops.full((2,), -float("inf")), ops.ones(2)
total, change = ops.jvp(ops.logsumexp, (masked,), (ones,))
assert total == -float("inf") and ops.isnan(change)
