"""A new head in Keras: a second model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A trained model for five classes
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
x = rng.normal(size=(8, 3)).astype("float32")
y = np.array([0, 1, 1, 0, 1, 0, 0, 1])
body_kernel = rng.normal(size=(3, 6)).astype("float32")
head_kernel = rng.normal(size=(6, 2)).astype("float32")
inputs = keras.Input((3,))
body = layers.Dense(6, "relu", use_bias=False)
old = keras.Model(inputs, layers.Dense(5)(body(inputs)))
body.set_weights([body_kernel])

# %% Replace the head by one for two classes
body.trainable = False
head = layers.Dense(2, use_bias=False)
model = keras.Model(inputs, head(body.output))
head.set_weights([head_kernel])
features = body(x)
print("outputs:", model(x).shape[1])

# %% Train the head
loss = keras.losses.SparseCategoricalCrossentropy(True)
model.compile(keras.optimizers.SGD(0.1), loss)
for _ in range(3):
    model.reset_metrics()
    last = model.train_on_batch(x, y)
head_after_training = head.kernel
output = model(x)
assert old.layers[1] is model.layers[1] and old(x).shape[1] == 5
assert ops.all(body(x) == features)
print(f"loss before the last step {last:.3f}")
