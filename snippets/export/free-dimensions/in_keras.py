"""Export Keras models whose input has a free length."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% An LSTM for sequences of any length
import keras
import numpy as np
import onnxruntime
from keras import layers

onnxruntime.set_default_logger_severity(3)
lstm = layers.LSTM(
    2, kernel_initializer="ones", recurrent_initializer="ones"
)
model = keras.Sequential([keras.Input((None, 1)), lstm])
inputs = [np.ones((2, n, 1), "float32") for n in (1, 3, 5)]
output = [model.predict(x, verbose=0)[0, 0] for x in inputs]


def run(path, x):
    session = onnxruntime.InferenceSession(path)
    return session.run(None, {session.get_inputs()[0].name: x})[0]


# %% Export it with a free length
# PyTorch warns that the trace may not hold for other inputs.
model.export("free.onnx", format="onnx", verbose=False)
naive_onnx = [run("free.onnx", x)[0, 0] for x in inputs]
assert np.allclose(naive_onnx, output[0])  # always one step
print("model:", [f"{number:.4f}" for number in output])
print("file: ", [f"{number:.4f}" for number in naive_onnx])

# %% A strided convolution for images of any size
image = np.arange(16.0, dtype="float32").reshape(1, 4, 4, 1)
conv = layers.Conv2D(1, 3, strides=2, padding="same")
network = keras.Sequential([keras.Input((None, None, 1)), conv])
expected = network.predict(image, verbose=0)
network.export("image.onnx", format="onnx", verbose=False)
naive_image_agrees = np.allclose(run("image.onnx", image), expected)
assert not naive_image_agrees

# %% What is right
fixed = keras.Sequential([keras.Input((5, 1)), lstm])
fixed.predict(inputs[2], verbose=0)  # the export wants one call
fixed.export("fixed.onnx", format="onnx", verbose=False)
onnx_of_five = run("fixed.onnx", inputs[2])[0, 0]
try:
    run("fixed.onnx", inputs[1])
except Exception as error:
    print("three steps:", type(error).__name__)
