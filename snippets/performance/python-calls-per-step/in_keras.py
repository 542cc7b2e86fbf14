"""Count the Python function calls of train_on_batch in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Count Python calls
import gc
import sys

import keras
from keras import layers


def count_calls(function):
    events = []
    gc.disable()  # what it calls back is not part of the step
    sys.setprofile(lambda frame, event, _: events.append(event))
    try:
        function()
    finally:
        sys.setprofile(None)
        gc.enable()
    return events.count("call")


# %% One training step of a dense network
def calls_per_step(depth):
    hidden = [layers.Dense(8, "relu") for _ in range(depth)]
    model = keras.Sequential([*hidden, layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.1), loss="mse")
    x, y = (
        keras.random.uniform((32, 8)),
        keras.random.uniform((32, 1)),
    )

    def step():
        model.train_on_batch(x, y)

    step()  # the first step also sets things up
    first, second = count_calls(step), count_calls(step)
    assert first == second
    return first


# %% Deeper networks
depths = [1, 2, 4, 8]
python_calls = [calls_per_step(depth) for depth in depths]
per_layer = python_calls[1] - python_calls[0]
fixed = python_calls[0] - per_layer
assert python_calls == [fixed + per_layer * d for d in depths]
print("calls per step:", python_calls)
print(fixed, "fixed, and for every hidden layer", per_layer)
