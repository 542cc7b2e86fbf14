"""Several labels at once in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Four labels, any number of which is true
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = rng.integers(2, size=(6, 4)).astype("float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(4, use_bias=False)]
)
model.set_weights([kernel])
logits = model(features)

# %% The loss, averaged over all labels
multi_label = losses.BinaryCrossentropy(from_logits=True)
loss = multi_label(labels, logits)
naive_one_of_four = loss
added = losses.BinaryCrossentropy(True, reduction="sum")
naive_sum = added(labels, logits)
sum_over_labels = labels.shape[1] * naive_sum
print(f"for logits {loss:.3f}")

# %% The loss of each sample
loss_of_each_sample = losses.binary_crossentropy(
    labels, logits, from_logits=True
)
assert loss_of_each_sample.shape == (6,)
assert ops.isclose(ops.mean(loss_of_each_sample), loss)

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), multi_label)
model.train_on_batch(features, labels)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
