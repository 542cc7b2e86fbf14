"""State between batches in Keras: the layer keeps it."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same sequences and weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
inputs = rng.normal(size=(2, 6, 3)).astype("float32")
weights = [rng.normal(size=s) / 2 for s in [(3, 4), (4, 4), 4]]

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
print(f"state: {np.linalg.norm(second_half):.4f}")

# %% Call the layer twice
memory = layers.SimpleRNN(4, stateful=True)
y = keras.Input(batch_shape=(2, 3, 3))  # the batch size is fixed
keeper = keras.Model(y, memory(y))
keeper.set_weights(weights)
memory(first)
naive_second_call = ops.convert_to_numpy(memory(second))
memory.reset_state()
after_reset = ops.convert_to_numpy(memory(first))
from_zero = ops.convert_to_numpy(rnn(second))

# %% Inside fit and predict
keeper.compile(keras.optimizers.SGD(0.0), "mse")
halves = np.concatenate([first, second])  # a half in each batch
two = {"batch_size": 2, "verbose": 0}
memory.reset_state()
predicted = keeper.predict(halves, **two)
memory.reset_state()
fitted = keeper.fit(halves, 0 * predicted, shuffle=False, **two)
on = keras.backend.backend()
last = from_zero if on == "jax" else second_half
assert np.allclose(predicted, [*after_reset, *last], atol=1e-5)
loss = np.square([after_reset, last]).mean()
assert np.isclose(fitted.history["loss"][0], loss, rtol=1e-4)
for gated in (layers.LSTM, layers.GRU):
    net = keras.Model(y, gated(4, stateful=True)(y))
    net.compile("sgd", "mse")
    try:
        net.train_on_batch(first, zero)
        assert on != "torch"
    except RuntimeError:  # modified by an inplace operation
        assert on == "torch"

# %% Train on one half, then on the other
model.compile(keras.optimizers.SGD(1.0), "mse")
state = zero
for half in (first, second):
    batch = [half, state]
    state = model.predict_on_batch(batch)
    model.train_on_batch(batch, zero)
weights_after_two_steps = np.concatenate(model.get_weights()[:2])
