"""The hinge loss in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear classifier with given weights
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(8, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
labels = rng.choice([-1.0, 1.0], size=(8, 1))

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([kernel])
scores = model(features)

# %% The loss with hinge in its name
hinge = losses.Hinge()
naive = hinge(labels, scores)
print(f"naive {naive:.4f}")

# %% The hinge loss
matched = hinge(labels, scores)
zeros_and_ones = (labels + 1) / 2
assert matched == hinge(zeros_and_ones, scores)
print(f"hinge {matched:.4f}")


# %% A score on the margin
def slope(loss):
    one = np.ones((1, 1), "float32")
    line = keras.Sequential(
        [keras.Input((1,)), layers.Dense(1, use_bias=False)]
    )
    line.set_weights([one])
    line.compile(keras.optimizers.SGD(1.0), loss)
    line.train_on_batch(one, one)
    return one - line.get_weights()[0]  # a step at rate 1


naive_slope_on_the_margin = slope(hinge)
slope_of_relu = slope(lambda y, score: ops.relu(1 - y * score))
full = 1.0 if keras.backend.backend() == "tensorflow" else 0.5
assert naive_slope_on_the_margin.item() == -full
print(f"slope {naive_slope_on_the_margin.item():.1f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), hinge)
model.train_on_batch(features, labels)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
