"""A bidirectional LSTM in Keras: merge_mode."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(3, 4, 3)).astype("float32")
target = rng.normal(size=(3, 10)).astype("float32")
shapes = [(3, 20), (5, 20), (20,)] * 2  # forward, backward
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]


# %% Carry the weights over
def network(merge_mode="concat", **options):
    lstm = layers.LSTM(5, **options)
    both = layers.Bidirectional(lstm, merge_mode=merge_mode)
    model = keras.Sequential([keras.Input((4, 3)), both])
    model.set_weights(weights)
    return model


# %% Merge the directions
concatenated = network(return_sequences=True)(inputs)
summed = network("sum", return_sequences=True)(inputs)
averaged = network("ave", return_sequences=True)(inputs)
print("shapes:", tuple(concatenated.shape), tuple(summed.shape))

# %% The last output
model = network()
naive_last = matched_last = model(inputs)
print(f"norm: {ops.norm(matched_last):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(inputs, target)
kernels = [w for w in model.get_weights() if w.shape == (3, 20)]
kernels_after_step = np.concatenate(kernels)
