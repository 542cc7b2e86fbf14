"""Cosine similarity as a loss in Keras: negative."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Vectors to be turned towards others
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 3)).astype("float32")
targets = rng.normal(size=(6, 3)).astype("float32")

model = keras.Sequential(
    [keras.Input((5,)), layers.Dense(3, use_bias=False)]
)
model.set_weights([kernel])
outputs = model(features)

# %% The loss
cosine_loss = losses.CosineSimilarity()
naive = cosine_loss(targets, outputs)
print(f"loss {naive:.4f}")

# %% The cosines themselves
cosines = -losses.cosine_similarity(targets, outputs)
matched = 1 + naive
assert ops.isclose(ops.mean(cosines), -naive)
print(f"mean cosine {ops.mean(cosines):.4f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), cosine_loss)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")

# %% An output of zeros
model.set_weights([0 * kernel])
model.train_on_batch(features[:1], targets[:1])
finite = bool(np.isfinite(model.get_weights()[0]).all())
assert finite == (keras.backend.backend() == "tensorflow")
print("finite weights:", finite)
