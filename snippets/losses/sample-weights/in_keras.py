"""Sample weights in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model and a weight for each sample
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(4, 5)).astype("float32")
kernel = rng.normal(size=(5, 2)).astype("float32")
targets = rng.normal(size=(4, 2)).astype("float32")
weights = np.array([1.0, 2.0, 0.0, 5.0], "float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(2, use_bias=False)]
)
model.set_weights([kernel])
outputs = model(features)

# %% The weighted loss
mse = losses.MeanSquaredError()
naive = mse(targets, outputs, weights)
assert ops.isclose(mse(targets, outputs, 2 * weights), 2 * naive)
print(f"weighted loss {naive:.4f}")

# %% Divide by the sum of the weights
averaged = losses.MeanSquaredError("mean_with_sample_weight")
matched = averaged(targets, outputs, weights)
assert ops.isclose(matched, naive * 4 / weights.sum())

each = losses.mean_squared_error(targets, outputs)
by_hand = ops.sum(ops.multiply(weights, each)) / weights.sum()
assert ops.isclose(matched, by_hand)
assert averaged(targets, outputs, 0 * weights) == 0
print(f"weighted mean {matched:.4f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), averaged)
model.train_on_batch(features, targets, sample_weight=weights)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
