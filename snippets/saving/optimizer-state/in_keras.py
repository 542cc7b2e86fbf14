"""The state of the optimizer in Keras: saved with the model."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model after three steps with momentum
import keras
import numpy as np
from keras import layers

dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(keras.optimizers.SGD(0.1, momentum=0.9), "mse")


def step(model):
    model.train_on_batch(np.ones((1, 1)), np.ones((1, 1)))
    return model.get_weights()[0].item()


for _ in range(3):
    step(model)

# %% Save and load the model, then continue
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
naive_continued = step(loaded)
print(f"first guess {naive_continued:.4f}")

# %% Continue with the state of the optimizer
continued = naive_continued  # the file holds it
assert np.isclose(continued, step(model))
print(f"continued {continued:.4f}")
