"""Additive attention in Keras: a layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same queries, keys and values
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
query = rng.normal(size=(2, 3, 4)).astype("float32")
key, value = rng.normal(size=(2, 2, 5, 4)).astype("float32")
target = rng.normal(size=(2, 3, 4)).astype("float32")
scale = rng.normal(size=4).astype("float32")

# %% The layer
attention = layers.AdditiveAttention()
shapes = [(3, 4), (5, 4), (5, 4)]
q, v, k = map(keras.Input, shapes)
model = keras.Model([q, v, k], attention([q, v, k]))

# %% Carry the scale over
model.set_weights([scale])
output, attention_weights = attention(
    [query, value, key], return_attention_scores=True
)
naive = attention([query, key, value])  # value and key swapped
print(f"largest weight: {ops.max(attention_weights):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch([query, value, key], target)
scale_after_step = attention.scale
