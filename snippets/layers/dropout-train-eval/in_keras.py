"""Dropout in Keras: the caller says which mode."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Ones go in
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
ones = np.ones((20, 10), "float32")
dropout = layers.Dropout(0.5)


def drops(output):
    return bool((keras.ops.convert_to_numpy(output) == 0).any())


# %% The layer as it comes
naive_call_drops = drops(dropout(ones))

# %% Ask for inference, then for training
inference = dropout(ones, training=False)
training = dropout(ones, training=True)
assert drops(training) and not drops(inference)
kept_value = keras.ops.max(training)
print(f"a kept one becomes {float(kept_value)}")

# %% What .train() and .eval() control
on_torch = keras.backend.backend() == "torch"  # an nn.Module
for mode in ("train", "eval"):
    assert hasattr(dropout, mode) == on_torch
called = dropout.train() if on_torch else dropout
drops_after_train = drops(called(ones))
called = dropout.eval() if on_torch else dropout
drops_after_eval = drops(called(ones, training=True))
print("without the argument:", drops_after_train)
print("with training=True:", drops_after_eval)


# %% Inside another layer, and inside fit
class Outer(layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = dropout

    def call(self, x):
        return self.drop(x)  # follows the outer call


outer = Outer()
inner_drops = drops(outer(ones, training=True))
assert not drops(outer(ones))
same = layers.Dense(10, kernel_initializer="identity")
model = keras.Sequential([same, outer])
model.compile(keras.optimizers.SGD(0.0), "mse")
fitted = model.fit(ones, ones, verbose=0).history["loss"][0]
assert fitted > 0.9  # a dropped one is 0, a kept one is 2
loss_of_evaluate = model.evaluate(ones, ones, verbose=0)
assert not drops(model.predict(ones, verbose=0))

# %% A layer of augmentation
images = np.tile(np.arange(4.0)[:, None], (100, 1, 1, 1))
flip = keras.Sequential([layers.RandomFlip("horizontal", seed=0)])
to_numpy = keras.ops.convert_to_numpy
assert (to_numpy(flip(images)) != images).any()  # unlike Dropout
assert (to_numpy(flip(images, training=False)) == images).all()
assert (flip.predict(images, verbose=0) == images).all()
