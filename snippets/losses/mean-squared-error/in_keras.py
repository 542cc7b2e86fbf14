"""Mean squared error in Keras: targets first."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear model with given weights
import keras
import numpy as np
from keras import layers, losses

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 3)).astype("float32")
targets = rng.normal(size=(6, 3)).astype("float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(3, use_bias=False)]
)
model.set_weights([kernel])
outputs = model(features)

# %% The mean, the default
mse = losses.MeanSquaredError()
loss = mse(targets, outputs)
assert loss == mse(outputs, targets)
print(f"mean {loss:.4f}")

# %% The sum
per_sample = losses.MeanSquaredError(reduction=None)
assert per_sample(targets, outputs).shape == (6,)
naive_sum = losses.MeanSquaredError(reduction="sum")(
    targets, outputs
)
matched_sum = naive_sum * outputs.shape[-1]
print(f"sum {naive_sum:.2f}, times outputs {matched_sum:.2f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), mse)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
