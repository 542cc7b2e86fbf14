"""Embedding in Keras: initialisation, lookup, padding."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same table and ids
import keras
import numpy as np
from keras import layers

table = (
    np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
)
ids = np.array([[4, 2, 5, 0], [1, 3, 0, 0]])  # 0 is padding

# %% What a fresh table holds
keras.utils.set_random_seed(0)
fresh = layers.Embedding(10_000, 64, mask_zero=True)
fresh.build()
(rows,) = fresh.get_weights()
naive_fresh_std = rows.std()
assert rows[0].any()
assert abs(rows).max() <= 0.05
print(f"fresh std: {naive_fresh_std:.3f}")

# %% Carry the table over
embedding = layers.Embedding(6, 3, mask_zero=True)
embedding.build()
embedding.set_weights([table])
lookup = embedding(ids)

# %% Average over the tokens
model = keras.Sequential(
    [embedding, layers.GlobalAveragePooling1D()]
)
naive_mean = masked_mean = model(ids)

# %% Train one step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(ids, np.zeros((2, 3)))
table_after_step = embedding.get_weights()[0]
assert np.array_equal(table_after_step[0], table[0])
