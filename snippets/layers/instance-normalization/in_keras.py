"""Instance normalization in Keras: one group per channel."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same images
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 4, 4, 3)).astype("float32") / 10
target = rng.normal(size=(2, 4, 4, 3)).astype("float32")
scale, shift = rng.normal(size=(2, 3)).astype("float32")

# %% The line a reader copies first
assert not [n for n in dir(layers) if "instance" in n.lower()]
default = layers.GroupNormalization(groups=-1)
naive = ops.transpose(default(images), (0, 3, 1, 2))
naive_parameters = len(default.weights)
assert not default.non_trainable_weights  # no running statistics
print("weights:", naive_parameters)

# %% With and without scale and shift
plain = layers.GroupNormalization(
    groups=-1, epsilon=1e-5, scale=False, center=False
)
without_weights = ops.transpose(plain(images), (0, 3, 1, 2))
norm = layers.GroupNormalization(groups=-1, epsilon=1e-5)
model = keras.Sequential([keras.Input((4, 4, 3)), norm])
model.set_weights([scale, shift])
matched = ops.transpose(model(images), (0, 3, 1, 2))
print(f"output std: {ops.std(matched):.4f}")

# %% One training step
model.compile(keras.optimizers.SGD(1.0), "mse")
model.train_on_batch(images, target)
scale_after_step = model.get_weights()[0]
