"""Max-norm in Keras: a constraint of the kernel."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A kernel with norms above 1
import keras
import numpy as np
from keras import constraints, layers, ops

rng = np.random.default_rng(0)
x, y, kernel = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 5), (8, 3), (5, 3)]
)  # kernel: (inputs, outputs)

# %% The same array, the same axis
max_norm = constraints.MaxNorm(1.0, axis=0)
naive_same_array = same_array = max_norm(kernel)
norms = ops.norm(same_array, axis=0)
assert ops.all(norms <= 1.0001)
print("columns", ops.convert_to_numpy(norms).round(3))

# %% Train with the constraint
dense = layers.Dense(3, use_bias=False, kernel_constraint=max_norm)
model = keras.Sequential([keras.Input((5,)), dense])
model.set_weights([kernel])
assert np.allclose(model.get_weights()[0], kernel)
model.compile(keras.optimizers.SGD(0.5), "mse")
for _ in range(3):
    model.train_on_batch(x, y)
kernel_after_steps = model.get_weights()[0]
norms_after_steps = np.linalg.norm(kernel_after_steps, axis=0)
print("norms", norms_after_steps.round(3))
