"""Where Keras looks for the classes: on the last axis."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Scores of five classes in five steps
import numpy as np
from keras import losses

rng = np.random.default_rng(0)
scores = rng.normal(size=(2, 5, 5)).astype("float32")
labels = rng.integers(5, size=(2, 5))

# %% As the scores come
cross_entropy = losses.SparseCategoricalCrossentropy(
    from_logits=True
)
naive = cross_entropy(labels, scores)
print(f"loss {naive:.4f}")

# %% With the classes on axis 1
loss = naive  # they stay on the last axis
channels_first = scores.swapaxes(1, 2)
wrong = cross_entropy(labels, channels_first)
assert abs(wrong - loss) > 0.1  # silent here as well
print(f"loss {loss:.4f}, with the axes swapped {wrong:.4f}")

# %% Images
images = rng.normal(size=(2, 4, 6, 3)).astype("float32")
truth = rng.integers(3, size=(2, 4, 6))
loss_of_images = cross_entropy(truth, images)
print(f"loss {loss_of_images:.4f}")

# %% Sizes that differ
refused = False
try:
    cross_entropy(truth, images.transpose(0, 3, 1, 2))
except ValueError:
    refused = True
assert refused
