"""ReLU and its relatives in Keras: one class, three arguments."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import layers, ops

points = np.linspace(-3.9, 8.1, 49, dtype="float32")
x = ops.convert_to_tensor(points)

# %% The argument that comes first
naive_relu_of_6 = layers.ReLU(6.0)(x)
print(f"largest output {ops.max(naive_relu_of_6):.2f}")
assert layers.ReLU(6.0).max_value == 6

# %% Cap the output
relu6 = ops.relu6(x)
capped_at_2 = layers.ReLU(max_value=2.0)(x)
ones = ops.ones_like(x)
_, relu6_derivative = ops.jvp(ops.relu6, (x,), (ones,))
highest = ops.max(relu6), ops.max(capped_at_2)
print(f"largest output {highest[0]:.2f}, {highest[1]:.2f}")

# %% Move the threshold
thresholded = layers.ReLU(threshold=1.0)(x)
relu = layers.ReLU(threshold=1.0, negative_slope=0.1)
sloped_below_threshold = relu(x)
nan = ops.full((1,), np.nan)
assert ops.isnan(layers.ReLU()(nan))[0]
assert layers.ReLU(threshold=1.0)(nan)[0] == 0
print(f"smallest output {ops.min(sloped_below_threshold):.2f}")
