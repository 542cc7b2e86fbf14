"""Masked steps in Keras: a mask from the embedding."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Padded sentences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
tokens = np.array([[3, 1, 4, 2], [2, 5, 0, 0], [1, 0, 0, 0]])
gap = np.array([[3, 0, 4, 2]])
shapes = [(6, 3), (3, 16), (4, 16), (16,)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]


# %% Carry the weights over
def network(**options):
    embedding = layers.Embedding(6, 3, mask_zero=True)
    lstm = layers.LSTM(4, **options)
    model = keras.Sequential([keras.Input((4,)), embedding, lstm])
    model.set_weights(weights)
    return model


# %% Skip the padding
model = network()
final_state = model(tokens)
steps = network(return_sequences=True)
naive_every_step = steps.predict(tokens, verbose=0)
zeroed = network(return_sequences=True, zero_output_for_mask=True)
matched_every_step = zeroed.predict(tokens, verbose=0)
last = naive_every_step[2]
assert (last == last[0]).all()  # the first output, four times
print("last row is zero:", not matched_every_step[2, 1:].any())

# %% Skip a step in the middle
gap_final_state = model(gap)
print(f"norm: {ops.norm(gap_final_state):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(tokens, np.zeros((3, 4)))
table_after_step = model.get_weights()[0]

# %% A sentence of padding only
empty = np.array([[3, 1, 4, 2], [0, 0, 0, 0]])
assert not ops.any(model(empty)[1])  # its state stays zero
