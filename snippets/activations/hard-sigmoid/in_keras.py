"""The hard sigmoid in Keras: its slope."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import numpy as np
from keras import activations, ops

points = np.linspace(-4.5, 4.5, 46, dtype="float32")
x = ops.convert_to_tensor(points)

# %% The values
hard_sigmoid = activations.hard_sigmoid(x)
by_hand = ops.clip(x / 6 + 0.5, 0, 1)
assert ops.all(ops.isclose(hard_sigmoid, by_hand, atol=1e-6))

# %% The derivative
ones = ops.ones_like(x)
_, derivative = ops.jvp(activations.hard_sigmoid, (x,), (ones,))
print(f"slope in the middle {derivative[22]:.4f}")

# %% Another line of that name
of_keras_2 = ops.clip(0.2 * x + 0.5, 0, 1)
naive_for_old_weights = of_keras_2
assert "0.2" in ops.hard_sigmoid.__doc__  # still the old line
distance = ops.abs(of_keras_2 - hard_sigmoid)
print(f"slope 0.2 is {ops.max(distance):.3f} away")
