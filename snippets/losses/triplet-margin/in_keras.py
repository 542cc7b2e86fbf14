"""The triplet margin loss in Keras: a function."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Anchors, positives and negatives
import keras
import numpy as np
from keras import layers, ops

places = keras.losses, keras.ops, keras.layers, keras.metrics
for module in places:
    names = [name.lower() for name in dir(module)]
    assert not any("triplet" in n or "margin" in n for n in names)
rng = np.random.default_rng(0)
triplets = rng.normal(size=(8, 3, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")

model = keras.Sequential(
    [keras.Input((3, 5)), layers.Dense(4, use_bias=False)]
)
model.set_weights([kernel])


# %% The loss
def triplet_margin(_, embeddings):
    anchor, positive, negative = ops.unstack(embeddings, 3, axis=1)
    near = ops.norm(anchor - positive + 1e-6, axis=-1)
    far = ops.norm(anchor - negative + 1e-6, axis=-1)
    return ops.relu(1 + near - far)


loss = ops.mean(triplet_margin(None, model(triplets)))
print(f"loss {loss:.4f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
nothing = np.zeros(8)  # there are no labels
model.compile(keras.optimizers.SGD(1.0), triplet_margin)
model.train_on_batch(triplets, nothing)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")

# %% Where anchor and positive coincide
triplets[:, 1] = triplets[:, 0]
model.set_weights([kernel])
model.train_on_batch(triplets, nothing)
gradient_of_equal_pair = kernel - model.get_weights()[0]
assert np.isfinite(gradient_of_equal_pair).all()
print("finite gradient")
