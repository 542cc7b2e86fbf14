"""Reduce on plateau in Keras: patience epochs."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The rates after each epoch's loss
import keras
import numpy as np
from keras.callbacks import ReduceLROnPlateau


def rates_after(losses, patience, cooldown=0, min_delta=0.0):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.8))
    callback = ReduceLROnPlateau(
        factor=0.5,
        patience=patience,
        mode="min",
        min_delta=min_delta,
        cooldown=cooldown,
    )
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, loss in enumerate(losses):  # as fit does
        callback.on_epoch_end(epoch, {"val_loss": loss})
        rates.append(model.optimizer.learning_rate.numpy().item())
    return rates


# %% A loss that stays: patience
flat = [4.0] * 7
naive_patience = rates_after(flat, patience=2)
assert np.allclose(naive_patience[1:3], [0.8, 0.4])
patience = rates_after(flat, patience=3)
print("patience 2:", np.round(naive_patience, 4))
print("patience 3:", np.round(patience, 4))

# %% A loss that falls slowly: the threshold
slow = [4.0, 3.7, 3.4, 3.1, 2.8]
naive_threshold = threshold = rates_after(
    slow, patience=1, min_delta=0.1
)
print("min_delta 0.1:", np.round(threshold, 4))

# %% Again and again: the cooldown
naive_cooldown = rates_after(flat, patience=1, cooldown=1)
assert naive_cooldown == rates_after(flat, patience=1)
cooldown = rates_after(flat, patience=1, cooldown=2)
print("cooldown 1:", np.round(naive_cooldown, 4))
print("cooldown 2:", np.round(cooldown, 4))
