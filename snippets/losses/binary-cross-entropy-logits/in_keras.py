"""Binary cross-entropy of logits in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A linear classifier with given weights
import keras
import numpy as np
from keras import layers, losses

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 1)).astype("float32")
labels = np.array([[1], [0], [0], [1], [0], [0]], "float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(1, use_bias=False)]
)
model.set_weights([kernel])
logits = model(features)

# %% The default loss, then the one for logits
naive_on_logits = losses.BinaryCrossentropy()(labels, logits)
bce = losses.BinaryCrossentropy(from_logits=True)
loss = bce(labels, logits)
print(f"default {naive_on_logits:.3f}, for logits {loss:.3f}")

# %% Positives count three times
weights = np.where(labels[:, 0] == 1, 3.0, 1.0)
weighted_loss = bce(labels, logits, sample_weight=weights)
print(f"weighted {weighted_loss:.3f}")

# %% Several labels, a weight for each
three = rng.normal(size=(6, 3)).astype("float32")
truth = rng.integers(2, size=(6, 3))
weights = np.where(truth == 1, [1.0, 3.0, 5.0], 1.0)
loss_of_three_labels = bce(
    truth[..., None], three[..., None], sample_weight=weights
)
print(f"three labels {loss_of_three_labels:.3f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), bce)
weights = np.where(labels[:, 0] == 1, 3.0, 1.0)
model.train_on_batch(features, labels, sample_weight=weights)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
