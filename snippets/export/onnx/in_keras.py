"""Export a Keras model to ONNX and run it elsewhere."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model in evaluation mode
import warnings

import keras
import numpy as np
import onnxruntime
import torch
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")
w1 = rng.normal(size=(4, 8)).astype("float32")
w2 = rng.normal(size=(8, 2)).astype("float32")
model = keras.Sequential(
    [
        keras.Input((4,), name="input"),
        layers.Dense(8, activation="relu", use_bias=False),
        layers.Dropout(0.5),
        layers.Dense(2, use_bias=False),
    ]
)
model.set_weights([w1, w2])

# %% Export
try:
    model.export("model.onnx", format="onnx", verbose=False)
except ValueError as error:
    print(error)
output = model.predict(x, verbose=0)  # a first call
warnings.simplefilter("ignore", torch.jit.TracerWarning)
model.export("model.onnx", format="onnx", verbose=False)

# %% Run it without PyTorch
session = onnxruntime.InferenceSession("model.onnx")
[told] = session.get_inputs()
print(told.name, told.shape)
[onnx_output] = session.run(None, {told.name: x})
[onnx_of_one] = session.run(None, {told.name: x[:1]})
assert np.allclose(onnx_output, output, rtol=1e-5)

# %% Which batch sizes each file takes
free_batch = isinstance(told.shape[0], str)
naive_free_batch = free_batch  # nothing had to be asked for
assert free_batch
