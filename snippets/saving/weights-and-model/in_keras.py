"""Save and reload a model and its optimizer in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model in the middle of its training
import keras
import numpy as np
from keras import layers

data = np.random.default_rng(0).normal(size=(8, 5))
x, y = np.split(data.astype("float32"), [4], axis=1)


def build():
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="zeros"
    )
    return keras.Sequential([keras.Input((4,)), dense])


def train(model, steps):
    for _ in range(steps):
        model.train_on_batch(x, y)


model = build()
model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")
train(model, steps=5)
prediction = model.predict(x, verbose=0)

# %% Only the weights
model.save_weights("model.weights.h5")
copy = build()
copy.load_weights("model.weights.h5")
reloaded_prediction = copy.predict(x, verbose=0)
assert np.array_equal(reloaded_prediction, prediction)

# %% All that training needs
model.save("model.keras")
resumed = keras.models.load_model("model.keras")
assert int(resumed.optimizer.iterations) == 5

# %% Continue, with and without the break
train(model, steps=5)
train(resumed, steps=5)
resumed_weights = resumed.get_weights()[0]
assert np.array_equal(resumed_weights, model.get_weights()[0])
print([f"{w:.3f}" for w in resumed_weights.flatten()])
