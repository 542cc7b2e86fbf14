"""Change a scheduled rate in Keras: not by assignment."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A rate that is a number
import keras
import numpy as np
from keras import layers
from keras.callbacks import ReduceLROnPlateau

optimizer = keras.optimizers.SGD(0.1)
optimizer.learning_rate = 0.05
print(f"rate {float(optimizer.learning_rate):.2f}")

# %% A rate that follows a schedule
schedule = keras.optimizers.schedules.ExponentialDecay(
    0.05, decay_steps=1, decay_rate=0.9
)
model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
model.compile(keras.optimizers.SGD(schedule), "mse")
zeros = np.zeros((1, 1))
for _ in range(2):
    model.train_on_batch(zeros, zeros)
rate = float(model.optimizer.learning_rate)
assert abs(rate - 0.05 * 0.9**2) < 1e-8
print(f"rate {rate:.4f}")

# %% Reduce it on a plateau
plateau = ReduceLROnPlateau("loss", factor=0.1, patience=1)
model.fit(zeros, zeros, epochs=2, callbacks=[plateau], verbose=0)
