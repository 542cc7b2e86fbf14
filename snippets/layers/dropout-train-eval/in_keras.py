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
print("drops:", naive_call_drops)

# %% Ask for inference, then for training
inference = dropout(ones, training=False)
assert not drops(inference)
training = dropout(ones, training=True)
assert drops(training)
kept_value = keras.ops.max(training)
print(f"a kept one becomes {float(kept_value)}")

# %% What .train() and .eval() control
# On the torch backend the layer is an nn.Module and has both.
on_torch = keras.backend.backend() == "torch"
assert hasattr(dropout, "train") == on_torch
assert hasattr(dropout, "eval") == on_torch
drops_after_train = drops(
    (dropout.train() if on_torch else dropout)(ones)
)
drops_after_eval = drops(
    (dropout.eval() if on_torch else dropout)(ones, training=True)
)
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
print(f"loss of evaluate: {loss_of_evaluate}")

# %% A layer of augmentation
images = np.tile(np.arange(4.0)[:, None], (100, 1, 1, 1))
flip = keras.Sequential([layers.RandomFlip("horizontal", seed=0)])
plain = keras.ops.convert_to_numpy(flip(images))
assert (plain != images).any()  # unlike Dropout
asked = keras.ops.convert_to_numpy(flip(images, training=False))
assert (asked == images).all()
assert (flip.predict(images, verbose=0) == images).all()
print("images flipped:", (plain[:, 0, 0, 0] == 3).any())
