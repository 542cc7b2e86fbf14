"""Resuming a training in Keras: a callback."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A training that can be interrupted
import keras
import numpy as np
from keras import callbacks, layers


def interrupt(epoch, logs):
    if epoch == 2:
        raise KeyboardInterrupt


def train(path, *more):
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="zeros"
    )
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
    backup = callbacks.BackupAndRestore(path)
    x = y = np.ones((1, 1))
    run = model.fit(
        x, y, epochs=4, callbacks=[backup, *more], verbose=0
    )
    return len(run.epoch), model.get_weights()[0].item()


# %% Without interruption
_, uninterrupted_weight = train("whole")
assert not os.path.exists("whole")  # nothing to resume
print(f"uninterrupted {uninterrupted_weight:.4f}")

# %% Interrupted after two epochs, then resumed
stop = callbacks.LambdaCallback(on_epoch_begin=interrupt)
try:
    train("backup", stop)
except KeyboardInterrupt:
    epochs_after_resuming, resumed_weight = train("backup")
assert np.isclose(resumed_weight, uninterrupted_weight)
print(f"resumed {resumed_weight:.4f}")
print("epochs after resuming:", epochs_after_resuming)
