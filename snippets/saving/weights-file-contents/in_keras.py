"""What is in a weights file in Keras: HDF5."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Save the weights of a layer
import h5py
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
given = rng.normal(size=(3, 2)).astype("float32")
model = keras.Sequential([keras.Input((3,)), layers.Dense(2)])
model.set_weights([given, np.ones(2)])
model.save_weights("model.weights.h5")

# %% Look inside without the model
with h5py.File("model.weights.h5") as file:
    variables = file["layers/dense/vars"]
    print(list(variables))
    kernel, bias = variables["0"][:], variables["1"][:]

# %% Read the numbers
naive_shape = list(kernel.shape)
assert np.array_equal(kernel, given)
print("shape of the kernel:", naive_shape)
