"""Stopping at a NaN in Keras: a callback."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Five batches, the third with a NaN
import keras
import numpy as np
from keras import callbacks, layers

x, y = np.ones((10, 1)), np.ones((10, 1))
x[4] = np.nan
dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(keras.optimizers.SGD(0.1), "mse")

# %% Train until the loss is not a number
seen = []
count = callbacks.LambdaCallback(
    on_train_batch_end=lambda batch, logs: seen.append(batch)
)
model.fit(
    x,
    y,
    batch_size=2,
    shuffle=False,
    callbacks=[count, callbacks.TerminateOnNaN()],
    verbose=0,
)
batches_seen = len(seen)
print("batches seen:", batches_seen)

# %% What is left of the model
weight = model.get_weights()[0]
weights_still_finite = bool(np.isfinite(weight).all())
print("weights finite:", weights_still_finite)
assert not weights_still_finite
