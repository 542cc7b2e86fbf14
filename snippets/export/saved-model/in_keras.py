"""Export a Keras model to a TensorFlow SavedModel."""

import os

os.environ.setdefault("KERAS_BACKEND", "tensorflow")

# %% A trained model
import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(6, 4)).astype("float32")
w1 = rng.normal(size=(4, 8)).astype("float32")
w2 = rng.normal(size=(8, 2)).astype("float32")
model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(8, activation="relu", use_bias=False),
        layers.Dense(2, use_bias=False),
    ]
)
model.set_weights([w1, w2])
output = model.predict(x, verbose=0)

# %% Write the program
model.export("saved", verbose=False)

# %% Load and run it
loaded = tf.saved_model.load("saved")
served = loaded.serve(x)
served_one = loaded.serve(x[:1])
assert np.array_equal(served, output)
weights = len(loaded.variables)
print("weights in the program:", weights)

# %% What else can read it
layer = layers.TFSMLayer("saved", call_endpoint="serve")
assert np.array_equal(layer(x), output)
try:
    keras.models.load_model("saved")
except ValueError as error:
    print("load_model:", type(error).__name__)
