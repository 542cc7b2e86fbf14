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
padded = cross_entropy(from_logits=True, ignore_class=-100)
loss = padded(labels, logits)
counts = labels != -100
of_others = cross_entropy(True)(labels[counts], logits[counts])
assert ops.isclose(loss, of_others)
print(f"loss {loss:.4f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), padded)
model.train_on_batch(features, labels)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")

# %% With sample weights
weights = np.arange(1.0, 7.0)
weighted_loss = padded(labels, logits, weights)
averaged = cross_entropy(
    from_logits=True,
    ignore_class=-100,
    reduction="mean_with_sample_weight",
)
weighted_mean = averaged(labels, logits, weights)
print(f"{weighted_loss:.4f}, {weighted_mean:.4f}")

# %% When all are ignored
nothing = padded(np.full(6, -100), logits)
all_ignored_is_nan = bool(ops.isnan(nothing))
assert nothing == 0
model.compile(loss=padded)
told = model.evaluate(features, np.full(6, -100), verbose=0)
assert told == 0
print(f"loss {nothing:.1f}")
