"""Threshold and log-sigmoid in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops
from keras.config import backend

points = np.array([-200, -20, -3, -1, 0, 1, 3, 20], "float32")
x = ops.convert_to_tensor(points)

# %% Log-sigmoid far from zero
log_sigmoid = activations.log_sigmoid(x)
two_steps = ops.log(ops.sigmoid(x))
print(f"log_sigmoid(-200) = {log_sigmoid[0]:.1f}")
print(f"log(sigmoid(-200)) = {two_steps[0]:.1f}")

# %% Its derivative
ones = ops.ones_like(x)
_, log_sigmoid_derivative = ops.jvp(
    activations.log_sigmoid, (x,), (ones,)
)
print(f"slope at -200: {log_sigmoid_derivative[0]:.1f}")

# %% Replace what is not above a limit
threshold = activations.threshold(x, 1.0, -7.0)
values = ops.convert_to_numpy(threshold)
assert values[points == 1] == -7
nan = activations.threshold(ops.full((1,), np.nan), 1.0, -7.0)
assert ops.isnan(nan)[0] == (backend() == "torch")
print("above 1:", values.tolist())
