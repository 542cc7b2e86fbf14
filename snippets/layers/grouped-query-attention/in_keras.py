"""Grouped-query attention in Keras: a layer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same tokens and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
tokens = rng.normal(size=(2, 5, 6)).astype("float32")
target = rng.normal(size=(2, 5, 6)).astype("float32")
shapes = [(6, 4, 3), (6, 2, 3), (6, 2, 3), (4, 3, 6)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% The layer
attention = layers.GroupQueryAttention(
    head_dim=3,
    num_query_heads=4,
    num_key_value_heads=2,
    use_bias=False,
)

# %% Carry the weights over
x = keras.Input((5, 6))
model = keras.Model(x, attention(x, x))
query, key, value, out = weights
attention.set_weights([query, key, value, out])

# %% Four query heads on two key heads
output = naive = attention(tokens, tokens)
causal = attention(tokens, tokens, use_causal_mask=True)
print(f"mean: {ops.mean(output):.4f}")
print(f"causal: {ops.mean(causal):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(tokens, target)
key_kernel_after_step = attention.get_weights()[1]
