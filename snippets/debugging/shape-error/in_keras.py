"""What Keras says about a batch of the wrong size."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model for four features
import keras
from keras import layers, ops

model = keras.Sequential(
    [layers.Dense(5, name="hidden"), layers.Dense(1, name="out")]
)
model.build((None, 4))

# %% A batch with four features
print(tuple(model(ops.ones((8, 4))).shape))

# %% A batch with three
model(ops.ones((8, 3)))
