"""A model, a loss and an optimizer, assembled in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Data and a kernel, made with NumPy
import keras
import numpy as np
from keras import layers, losses, optimizers

rng = np.random.default_rng(0)
x, y, kernel = (
    rng.normal(size=shape).astype("float32")
    for shape in [(16, 4), (16, 1), (4, 1)]
)


def new_model():
    dense = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([kernel])
    return model


# %% Parts as objects
model = new_model()
loss = losses.MeanSquaredError()
model.compile(optimizers.SGD(learning_rate=0.01), loss)
model.train_on_batch(x, y)
kernel_from_objects = model.get_weights()[0]
print(f"first weight {kernel_from_objects[0, 0]:.4f}")

# %% Parts by name
assert not hasattr(keras, "objectives")  # the name in Keras 1
naive_name_works = isinstance(optimizers.get("sgd"), optimizers.SGD)
assert naive_name_works
assert losses.get("mse") is losses.mean_squared_error
model = new_model()
model.compile("sgd", "mse")
model.train_on_batch(x, y)
kernel_from_names = model.get_weights()[0]
