"""Two stacked LSTMs in Keras: two layers."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 5, 3)).astype("float32")
shapes = [(3, 16), (4, 16), (16,), (4, 16), (4, 16), (16,)]
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]


# %% Carry the weights over
def network(rate=0.0):
    x = keras.Input((5, 3))
    both = {"return_sequences": True, "return_state": True}
    y, first, _ = layers.LSTM(4, **both)(x)
    y = layers.Dropout(rate)(y)
    y, second, _ = layers.LSTM(4, **both)(y)
    model = keras.Model(x, [y, first, second])
    model.set_weights(weights)
    return model


# %% Outputs and final states
model = network()
sequence, *final_states = model(inputs)
final_states = ops.stack(final_states)
print("final states:", tuple(final_states.shape))
print(f"mean: {ops.mean(sequence):.4f}")

# %% Drop everything
dropped = network(rate=1.0)(inputs, training=True)
dropped_sequence, dropped_first_layer, _ = dropped

# %% One training step
loss = ["mse", None, None]  # train on the sequence
model.compile(keras.optimizers.SGD(1.0), loss)
model.train_on_batch(inputs, np.zeros((2, 5, 4)))
first, _, _, second, _, _ = model.get_weights()
kernels_after_step = np.concatenate([first, second])
