"""Resume a schedule in Keras: the optimizer counts."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Six steps without a break
import keras
import numpy as np
from keras import layers, ops
from keras.optimizers.schedules import CosineDecay

x = y = np.ones((1, 1))


def start():
    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    schedule = CosineDecay(0.1, decay_steps=8)
    model.compile(keras.optimizers.SGD(schedule), "mse")
    return model


def train(model, steps):
    rates = []
    for _ in range(steps):
        rate = model.optimizer.learning_rate
        rates.append(ops.convert_to_numpy(rate))
        model.train_on_batch(x, y)
    return np.array(rates)


uninterrupted = train(start(), steps=6)
print(uninterrupted.round(4))

# %% Three steps, a checkpoint, three steps
model = start()
train(model, steps=3)
model.save("state.keras")

# %% Resume with the optimizer alone
model = keras.models.load_model("state.keras")
assert int(model.optimizer.iterations) == 3
naive_resumed = train(model, steps=3)
print(naive_resumed.round(4))

model.save_weights("state.weights.h5")
other = start()
other.load_weights("state.weights.h5")
assert int(other.optimizer.iterations) == 6
other.compile(keras.optimizers.SGD(0.1), "mse")
assert int(other.optimizer.iterations) == 0

# %% Resume with all that counts steps
resumed = naive_resumed
assert np.allclose(resumed, uninterrupted[3:])
print(resumed.round(4))
