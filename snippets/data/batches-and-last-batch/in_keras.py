"""Batches in Keras: the last one and the order."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Ten samples and a training run
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(10, 3)).astype("float32")
y = rng.normal(size=(10, 1)).astype("float32")


def train(*data, **arguments):
    dense = layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((3,)), dense])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    model.fit(*data, verbose=0, **arguments)
    return model.get_weights()[0]


# %% The defaults
naive_weights = train(x, y, batch_size=4)

# %% In the given order
weights_all_batches = train(x, y, batch_size=4, shuffle=False)


# %% Without the incomplete batch
class WholeBatches(keras.utils.PyDataset):
    def __len__(self):
        return len(x) // 4  # rounded down

    def __getitem__(self, i):
        rows = slice(4 * i, 4 * i + 4)
        return x[rows], y[rows]


whole = WholeBatches()
weights_whole_batches = train(whole, shuffle=False)
batch_sizes = [len(whole[i][0]) for i in range(len(whole))]
print("all:", [len(x[i : i + 4]) for i in range(0, 10, 4)])
print("whole:", batch_sizes)
