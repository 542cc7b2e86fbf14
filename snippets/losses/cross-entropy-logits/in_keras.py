"""Cross-entropy in Keras: the loss expects probabilities."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear classifier with given weights
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = np.array([0, 1, 2, 3, 1, 1])

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(4, use_bias=False)]
)
model.set_weights([kernel])
logits = model(features)

# %% The default loss, fed logits and fed probabilities
default = losses.SparseCategoricalCrossentropy()
naive_on_logits = default(labels, logits)
naive_on_probabilities = default(labels, ops.softmax(logits))
nearly_equal = np.array([[0.0, 0.1, 0.0]], "float32")
naive_on_small_logits = default(labels[1:2], nearly_equal)
print(f"logits        {naive_on_logits:.3f}")
print(f"small logits  {naive_on_small_logits:.3f}")
print(f"probabilities {naive_on_probabilities:.3f}")

# %% The loss that is meant
cross_entropy = losses.SparseCategoricalCrossentropy(
    from_logits=True
)
loss = cross_entropy(labels, logits)
taken = ops.convert_to_numpy(logits)
if keras.backend.backend() == "tensorflow":
    taken = taken.clip(1e-7, 1 - 1e-7)
taken = taken / taken.sum(-1, keepdims=True)
own = taken[range(6), labels].clip(1e-7, 1 - 1e-7)
assert ops.isclose(naive_on_logits, -np.log(own).mean())
assert ops.isclose(naive_on_probabilities, loss)

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), cross_entropy)
model.train_on_batch(features, labels)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
