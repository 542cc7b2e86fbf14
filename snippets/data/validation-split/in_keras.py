"""A validation split in Keras: the tail."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Data sorted by class, and a fixed model
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
features = rng.normal(size=(40, 3)).astype("float32")
labels = np.repeat([0.0, 1.0], 20).astype("float32")[:, None]
model = keras.Sequential(
    [keras.Input((3,)), layers.Dense(1, kernel_initializer="ones")]
)
model.compile(keras.optimizers.SGD(0.0), "mse")  # learns nothing


# %% What is held out by default
def validation_loss(x, y):
    run = model.fit(x, y, validation_split=0.25, verbose=0)
    return run.history["val_loss"][0]


default = validation_loss(features, labels)  # fit shuffles
naive_share_of_class_one = labels[-10:].mean()
assert naive_share_of_class_one == 1

# %% Hold out the tail
loss_on_tail = model.evaluate(
    features[-10:], labels[-10:], verbose=0
)
assert np.isclose(default, loss_on_tail)  # it was the tail
print(f"loss on the tail {loss_on_tail:.3f}")

# %% Permute first
order = rng.permutation(40)
x, y = features[order], labels[order]
loss_on_permuted_tail = validation_loss(x, y)
print(f"loss after permuting {loss_on_permuted_tail:.3f}")
print("of class one:", int(y[-10:].sum()), "of 10")
