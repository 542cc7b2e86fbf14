"""Log-probabilities in Keras: take them for logits."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A classifier that returns log-probabilities
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
labels = np.array([0, 1, 2, 3, 1, 1])
model = keras.Sequential(
    [
        keras.Input((5,)),
        layers.Dense(4, "log_softmax", use_bias=False),
    ]
)
model.set_weights([kernel])
log_probabilities = model(features)

# %% The loss
default = losses.SparseCategoricalCrossentropy()
naive = default(labels, log_probabilities)
nll = losses.SparseCategoricalCrossentropy(from_logits=True)
loss = nll(labels, log_probabilities)
for module in (losses, keras.ops, keras.layers):
    assert not any("nll" in name.lower() for name in dir(module))
print(f"default {naive:.4f}, for logits {loss:.4f}")

# %% From probabilities
probabilities = ops.exp(log_probabilities)
naive_of_probabilities = default(labels, probabilities)
of_probabilities = naive_of_probabilities
print(f"{of_probabilities:.4f} of probabilities")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), nll)
model.train_on_batch(features, labels)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
