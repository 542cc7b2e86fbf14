"""An optimizer that does not know the new head, in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Build
import keras
from keras import layers, ops

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [keras.Input((4,)), layers.Dense(8), layers.Dense(5)]
)
optimizer = keras.optimizers.SGD(0.1)
optimizer.build(model.trainable_variables)
model.pop()
model.add(layers.Dense(3, name="head"))

# %% Run
before = model.get_weights()[-2]
weights = model.trainable_variables
optimizer.apply([ops.ones(w.shape) for w in weights], weights)
moved = abs(model.get_weights()[-2] - before).max()
print("head has moved:", bool(moved > 0))
