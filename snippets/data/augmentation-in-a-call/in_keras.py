"""A random flip and dropout in Keras: two defaults."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Images, a random flip and dropout
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
images = rng.normal(size=(20, 6, 6, 1)).astype("float32")
flip = layers.RandomFlip("horizontal", seed=0)
drop = layers.Dropout(0.5)


def differ(one, other):
    return bool(ops.any(ops.not_equal(one, other)))


def changes(call):
    """Does the flip change the images, does the dropout?"""
    return [differ(call(part), images) for part in (flip, drop)]


# %% Just call them
naive_plain_call = changes(lambda part: part(images))
print("flip, dropout change:", naive_plain_call)

# %% Ask for training, and for inference
in_training = changes(lambda part: part(images, training=True))
in_inference = changes(lambda part: part(images, training=False))
print("training:", in_training, "inference:", in_inference)

# %% Inside a model
start, end = keras.Input((6, 6, 1)), layers.Dense(1)
flat = layers.Flatten()
model = keras.Sequential([start, flip, flat, end])
kernel = np.ones((36, 1))
kernel[::2] = 0
end.set_weights([kernel, np.zeros(1)])
functional = keras.Model(start, end(flat(flip(start))))
told = keras.Model(start, end(flat(flip(start, training=False))))
for network in (model, functional):
    assert differ(network(images), network(images, training=False))
inferred = model.predict(images, verbose=0)
assert not differ(told(images), told(images, training=False))
assert differ(told(images), told(images, training=True))
as_called = ops.convert_to_numpy(model(images, training=False))
assert np.allclose(inferred, as_called, atol=1e-5)

# Every layer that acts unless told not to: its default is True.
eager = [
    name
    for name in dir(layers)
    if name.startswith("Random")
    and getattr(layers, name).call.__defaults__ == (True,)
]
print("random layers that act by default:", len(eager))
assert len(eager) >= 20
