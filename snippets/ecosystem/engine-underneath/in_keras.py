"""What Keras needs to train: one engine, chosen by you."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% What the package requires
import re
import sys
from importlib import metadata

required = {
    re.match(r"[\w-]+", line)[0]
    for line in metadata.requires("keras")
    if "extra ==" not in line
}
requires_tensorflow = "tensorflow" in required
assert not required & {"tensorflow", "torch", "jax"}
print("requires TensorFlow:", requires_tensorflow)

# %% One training step
import keras
import numpy as np
from keras import layers

x = np.eye(3, dtype="float32")
y = np.ones((3, 1), "float32")
dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((3,)), dense])
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(x, y)
weights_after_step = dense.kernel
tensor = type(keras.ops.convert_to_tensor(x))
print("made of", tensor.__module__.split(".")[0])

# %% What has been imported by now
tensorflow_loaded = "tensorflow" in sys.modules
assert not tensorflow_loaded
assert keras.backend.backend() in sys.modules
print("TensorFlow loaded:", tensorflow_loaded)
print("engine:", keras.backend.backend())
