"""Class weights in Keras: a mean over the samples."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Few samples of class one
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 3)).astype("float32")
y = np.array([0, 0, 1, 0, 0, 0, 1, 0])
weights = {0: 1.0, 1: 3.0}
each = np.array([weights[label] for label in y])


def one_step(**arguments):
    head = layers.Dense(
        2, use_bias=False, kernel_initializer="zeros"
    )
    model = keras.Sequential([keras.Input((3,)), head])
    loss = keras.losses.SparseCategoricalCrossentropy(True)
    model.compile(keras.optimizers.SGD(0.1), loss)
    model.fit(x, y, batch_size=8, verbose=0, **arguments)
    return model.get_weights()[0]


# %% Pass the weights
naive_kernel_after_step = one_step(class_weight=weights)

# %% Average over the samples
kernel_after_step = one_step(sample_weight=each)
assert np.allclose(kernel_after_step, naive_kernel_after_step)

# %% How the steps relate
by_weight = one_step(sample_weight=each / each.mean())
ratio_of_steps = (kernel_after_step / by_weight).mean()
print(f"per sample / per weight: {ratio_of_steps:.3f}")
