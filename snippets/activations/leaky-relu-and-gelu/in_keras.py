"""Leaky ReLU and GELU in Keras: the default arguments."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same points
import matplotlib.pyplot as plt
import numpy as np
from keras import activations, layers, ops
from keras.config import backend

points = np.linspace(-4, 4, 81, dtype="float32")
x = ops.convert_to_tensor(points)

# %% The defaults
naive_leaky = layers.LeakyReLU()(x)
naive_gelu = ops.gelu(x)
print(f"leaky ReLU of -4: {naive_leaky[0]:.2f}")
print(f"GELU of -2: {naive_gelu[20]:.4f}")
assert ops.leaky_relu(-1.0) == -0.2  # not the layer's slope

# %% State the arguments
leaky = layers.LeakyReLU(0.2)(x)
gelu_exact = ops.gelu(x, approximate=False)
gelu_tanh = ops.gelu(x, approximate=True)
assert ops.all(activations.gelu(x) == gelu_exact)
zero = ops.zeros(1)
_, slope = ops.jvp(layers.LeakyReLU(0.5), (zero,), (zero + 1,))
assert slope[0] == (1 if backend() == "jax" else 0.5)

# %% The derivative of the exact GELU
ones = ops.ones_like(x)
_, gelu_derivative = ops.jvp(activations.gelu, (x,), (ones,))

# %% The defaults drawn
fig, ax = plt.subplots()
ax.plot(
    points, ops.convert_to_numpy(naive_leaky), label="LeakyReLU()"
)
ax.plot(points, ops.convert_to_numpy(naive_gelu), label="ops.gelu")
ax.set(title="Keras's defaults", xlabel="input", ylabel="output")
ax.legend()
