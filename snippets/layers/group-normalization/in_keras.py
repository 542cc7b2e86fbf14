"""Group normalization in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images, of small values
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 3, 3, 4)).astype("float32") / 10
target = rng.normal(size=(2, 3, 3, 4)).astype("float32")
scale, shift = rng.normal(size=(2, 4)).astype("float32")

# %% The line a reader copies first
default = layers.GroupNormalization(2)
naive = ops.transpose(default(images), (0, 3, 1, 2))
print("epsilon:", default.epsilon)
assert layers.GroupNormalization().groups == 32

# %% The same epsilon and weights
norm = layers.GroupNormalization(2, epsilon=1e-5)
model = keras.Sequential([keras.Input((3, 3, 4)), norm])
model.set_weights([scale, shift])
matched = ops.transpose(model(images), (0, 3, 1, 2))
print(f"output std: {ops.std(matched):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(images, target)
scale_after_step, shift_after_step = model.get_weights()
