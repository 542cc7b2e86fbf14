"""Ignored labels in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear classifier, two labels are padding
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = np.array([0, 1, -100, 3, 1, -100])

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(4, use_bias=False)]
)
model.set_weights([kernel])
logits = model(features)

# %% Average over the labels that count
cross_entropy = losses.SparseCategoricalCrossentropy
default = cross_entropy(ignore_class=-100)
naive_on_logits = default(labels, logits)
padded = cross_entropy(from_logits=True, ignore_class=-100)
loss = padded(labels, logits)
counts = labels != -100
of_others = cross_entropy(True)(labels[counts], logits[counts])
assert ops.isclose(loss, of_others)
print(f"loss {loss:.4f}")

# %% The gradient of the weights
model.compile(keras.optimizers.SGD(1.0), padded)
model.train_on_batch(features, labels)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")

# %% When all are ignored
nothing = padded(np.full(6, -100), logits)
all_ignored_is_nan = bool(ops.isnan(nothing))
assert nothing == 0
print(f"loss {nothing:.1f}")
