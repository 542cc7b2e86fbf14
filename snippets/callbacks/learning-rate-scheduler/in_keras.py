"""A learning rate for each epoch in Keras: the rate."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A schedule
import keras
import numpy as np
from keras import layers


def schedule(epoch):
    return 0.1 * 0.5**epoch


def train(function):
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="zeros"
    )
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    scheduler = keras.callbacks.LearningRateScheduler(function)
    x = y = np.ones((1, 1))
    run = model.fit(
        x, y, epochs=4, callbacks=[scheduler], verbose=0
    )
    weight = model.get_weights()[0].item()
    return run.history["learning_rate"], weight


# %% Hand it over as it is
naive_rates, _ = train(schedule)
print("rates:", [f"{rate:.4f}" for rate in naive_rates])

# %% Hand over what is meant
rates, weight = train(schedule)
print("rates:", [f"{rate:.4f}" for rate in rates])
print(f"weight {weight:.4f}")
