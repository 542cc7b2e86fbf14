"""Embedding in Keras: initialisation, lookup, padding."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same table and ids
import keras
import numpy as np
from keras import layers, ops

table = (
    np.random.default_rng(0).normal(size=(6, 3)).astype("float32")
)
ids = np.array([[4, 2, 5, 0], [1, 3, 0, 0]])  # 0 is padding

# %% What a fresh table holds
keras.utils.set_random_seed(0)
fresh = layers.Embedding(10_000, 64, mask_zero=True)
fresh.build()
(rows,) = fresh.get_weights()
naive_fresh_std = matched_fresh_std = rows.std()
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
assert ops.all(ops.isnan(model(np.array([[0, 0]]))))  # 0 / 0

# %% Train one step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(ids, np.zeros((2, 3)))
table_after_step = embedding.get_weights()[0]
assert np.array_equal(table_after_step[0], table[0])

# %% Ids outside the table
last_row = embedding(np.array([-1]))[0]  # no error
assert ops.all(last_row == table_after_step[-1])
try:
    found = embedding(np.array([6]))
except Exception as error:
    on_jax = False
    print(6, type(error).__name__)
else:
    on_jax = bool(ops.all(ops.isnan(found)))
    print(6, "is NaN:", on_jax)
assert on_jax == (keras.backend.backend() == "jax")
