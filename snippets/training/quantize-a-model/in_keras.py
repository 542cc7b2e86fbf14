"""Quantize a model in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A trained model
import warnings

import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
kernels = [rng.normal(size=s) / 4 for s in [(16, 32), (32, 8)]]
x = rng.normal(size=(4, 16)).astype("float32")
first = layers.Dense(32, activation="relu", use_bias=False)
last = layers.Dense(8, use_bias=False)
model = keras.Sequential([first, last])
model.build((None, 16))
model.set_weights(kernels)
exact_output = model.predict(x, verbose=0)
before = [ops.convert_to_numpy(d.kernel) for d in (first, last)]
bytes_before = [kernel.nbytes for kernel in before]
print("bytes:", bytes_before)

# %% Quantize it
with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # that an input has no weights
    model.quantize("int8")
assert first.kernel.dtype == last.kernel.dtype == "int8"
classes = {n: c for n, c in vars(layers).items() if n[0].isupper()}
able = {n for n, c in classes.items() if "quantize" in vars(c)}
assert {"Dense", "EinsumDense", "Embedding"} <= able
assert not [name for name in able if "Conv" in name]

# %% Bytes and error
after = [ops.convert_to_numpy(d.kernel) for d in (first, last)]
bytes_after = [kernel.nbytes for kernel in after]
print("bytes:", bytes_after)
integers = after[1]
assert last.kernel_scale.shape == (8,)  # one for each output
error = abs(model.predict(x, verbose=0) - exact_output).max()
assert 0 < error < 0.02 * abs(exact_output).max()
