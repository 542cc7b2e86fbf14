"""Loading part of the weights in Keras: layers by name."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A trained model and one with another head
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(4, 3)).astype("float32")
kernel = rng.normal(size=(3, 5)).astype("float32")


def build(classes):
    body = layers.Dense(5, name="body")
    head = layers.Dense(classes, name="head")
    return keras.Sequential([keras.Input((3,)), body, head])


old, new = build(10), build(2)
old.get_layer("body").set_weights([kernel, np.ones(5)])

# %% Load what fits
old.save_weights("old.weights.h5")
try:
    new.load_weights("old.weights.h5")
except ValueError as error:
    print(str(error)[:41])
head = new.get_layer("head")
before = head.get_weights()
new.load_weights("old.weights.h5", skip_mismatch=True)
after = head.get_weights()
pairs = zip(
    new.get_layer("head").weights, before, after, strict=True
)
left_out = [w.path for w, b, a in pairs if np.array_equal(a, b)]
tensors_left_out = len(left_out)
print("left out:", [path.split("/", 1)[-1] for path in left_out])

# %% The body is the same
features = new.get_layer("body")(x)
assert ops.all(ops.isclose(features, old.get_layer("body")(x)))
