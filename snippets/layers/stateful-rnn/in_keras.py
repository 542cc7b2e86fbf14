"""State between batches in Keras: the layer keeps it."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 6, 3)).astype("float32")
shapes = (3, 4), (4, 4), (4,)
weights = [rng.normal(size=s).astype("float32") / 2 for s in shapes]

# %% Carry the weights over
rnn = layers.SimpleRNN(4)
x, state = keras.Input((3, 3)), keras.Input((4,))
model = keras.Model([x, state], rnn(x, initial_state=state))
model.set_weights(weights)

# %% Two halves
zero = np.zeros((2, 4), "float32")
first, second = np.split(inputs, 2, axis=1)
whole = rnn(inputs)
middle = model.predict_on_batch([first, zero])
second_half = model.predict_on_batch([second, middle])
print(f"norm of the state: {np.linalg.norm(second_half):.4f}")

# %% Call the layer twice
memory = layers.SimpleRNN(4, stateful=True)
y = keras.Input(batch_shape=(2, 3, 3))  # the batch size is fixed
keeper = keras.Model(y, memory(y))
keeper.set_weights(weights)
memory(first)
naive_second_call = memory(second)
memory.reset_state()
after_reset = memory(first)
memory.reset_state()
keeper.predict_on_batch(first)
compiled = keeper.predict_on_batch(second)
kept = np.allclose(compiled, second_half, atol=1e-5)
assert kept == (keras.backend.backend() != "jax")

# %% Train on one half, then on the other
model.compile(keras.optimizers.SGD(1.0), "mse")
state = zero
for half in (first, second):
    batch = [half, state]
    state = model.predict_on_batch(batch)
    model.train_on_batch(batch, zero)
weights_after_two_steps = np.concatenate(model.get_weights()[:2])
norm = np.linalg.norm(weights_after_two_steps)
print(f"norm of the kernels: {norm:.4f}")
