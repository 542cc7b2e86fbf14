"""What Dense accepts in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Arrays as NumPy makes them
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
measured = rng.normal(size=(5, 4))
counted = rng.integers(0, 9, size=(5, 4))
kernel = rng.normal(size=(4, 3)).astype("float32")
assert measured.dtype == "float64" and counted.dtype == "int64"

# %% Pass them on unchanged
layer = layers.Dense(3)
naive_accepted = []
for array in measured, counted:
    dtype = keras.backend.standardize_dtype(layer(array).dtype)
    naive_accepted.append(dtype == "float32")
    print(array.dtype, "in,", dtype, "out")

# %% Infer the number of inputs
layer = layers.Dense(3)
layer(measured)  # the first call decides
weight_shape = layer.kernel.shape
print("weight (inputs, outputs):", tuple(weight_shape))

# %% The same output
layer.set_weights([kernel, np.zeros(3)])
output = layer(measured)
output_of_integers = layer(counted)
