"""AdamW in Keras: decay 0.004, biases spared by name."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Ten steps with a zero gradient
import keras
import numpy as np
from keras import layers, ops
from keras.optimizers import AdamW


def decay(optimizer, weights):
    for _ in range(10):
        gradients = [ops.zeros(w.shape) for w in weights]
        optimizer.apply(gradients, weights)
    return [w.numpy().tolist() for w in weights]


def make_weights():
    names = ["kernel", "bias"]
    return [keras.Variable(1.0, name=name) for name in names]


# %% The default decay
naive = decay(AdamW(0.1), make_weights())
assert abs(naive[0] - (1 - 0.1 * 0.004) ** 10) < 1e-5
print([round(w, 4) for w in naive])

# %% The same decay
matched = decay(AdamW(0.1, weight_decay=0.01), make_weights())
print([round(w, 4) for w in matched])

# %% The bias spared
optimizer = AdamW(0.1, weight_decay=0.01)
optimizer.exclude_from_weight_decay(var_names=["bias"])
bias_spared = decay(optimizer, make_weights())
assert bias_spared[1] == 1
print([round(w, 4) for w in bias_spared])
norm = layers.LayerNormalization()
norm.build((None, 2))
optimizer = AdamW(0.1, weight_decay=0.01)
optimizer.exclude_from_weight_decay(var_names=["gamma", "beta"])
kernel = keras.Variable(np.ones(2), name="kernel")
weights = [kernel, *norm.trainable_variables]
norm_spared = decay(optimizer, weights)
assert norm_spared[1] == [1, 1]

# %% A weight in bfloat16
weight = keras.Variable(1.0, dtype="bfloat16")
AdamW(0.1).apply([ops.zeros((), dtype="bfloat16")], [weight])
assert ops.cast(weight, "float32") == 1  # 0.9996 rounds to 1
