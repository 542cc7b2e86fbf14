"""Class weights in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear classifier, class 1 counts five times
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = np.array([0, 1, 2, 3, 1, 1])
class_weight = {0: 1.0, 1: 5.0, 2: 1.0, 3: 1.0}
weights = np.array([class_weight[label] for label in labels])
Cross = losses.SparseCategoricalCrossentropy

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(4, use_bias=False)]
)

# %% Weight the classes, otherwise defaults
model.set_weights([kernel])
default = Cross(from_logits=True)
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), default)
naive_loss = model.train_on_batch(
    features, labels, class_weight=class_weight
)
naive_gradient = kernel - model.get_weights()[0]
print(f"loss {naive_loss:.3f}")

# %% Divide by the sum of the weights
model.set_weights([kernel])
averaged = Cross(True, reduction="mean_with_sample_weight")
model.compile(keras.optimizers.SGD(1.0), averaged)
loss = averaged(labels, model(features), sample_weight=weights)
model.train_on_batch(features, labels, sample_weight=weights)
kernel_gradient = kernel - model.get_weights()[0]
assert ops.isclose(naive_loss, 3 * loss)  # 18 over 6
assert np.allclose(naive_gradient, 3 * kernel_gradient, atol=1e-5)
print(f"loss {loss:.3f}")

# %% Labels of sequences
steps = rng.normal(size=(2, 3, 4)).astype("float32")
step_labels = labels.reshape(2, 3)
step_weights = weights.reshape(2, 3)
loss_of_steps = averaged(step_labels, steps, step_weights)
over_steps = keras.Sequential([keras.Input((3, 5)), *model.layers])
over_steps.compile(loss=default)
refused = False
try:
    over_steps.train_on_batch(
        features.reshape(2, 3, 5),
        step_labels,
        class_weight=class_weight,
    )
except Exception:
    refused = True
assert refused
print(f"loss {loss_of_steps:.3f}")
