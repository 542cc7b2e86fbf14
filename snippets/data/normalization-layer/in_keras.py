"""Normalizing features in Keras: a layer that adapts."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Features of different size
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
scale = [1.0, 20.0, 0.1]
x = rng.normal(5.0, scale, size=(12, 3)).astype("float32")
new = rng.normal(5.0, scale, size=(4, 3)).astype("float32")

# %% The first guess
normalize = layers.Normalization()
normalize.adapt(x)
naive = normalize(x)
print("largest, first guess", f"{ops.max(ops.abs(naive)):.3f}")

# %% Statistics learned from the data
normalized, normalized_new_data = normalize(x), normalize(new)
assert np.allclose(normalize.mean, x.mean(axis=0), rtol=1e-4)
print("largest", f"{ops.max(ops.abs(normalized)):.3f}")
constant = layers.Normalization()
constant.adapt(np.full((4, 1), 5.0))
assert constant(np.full((1, 1), 5.0)) == 0

# %% They are saved but not trained
assert not normalize.trainable_weights
twin = layers.Normalization()
twin.build((None, 3))
twin.set_weights(normalize.get_weights())
twin.finalize_state()
restored = twin(new)
