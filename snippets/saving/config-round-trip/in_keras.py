"""The architecture as text in Keras: to_json."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model with given weights
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
x = rng.normal(size=(4, 3)).astype("float32")
shapes = (3, 5), (5, 2)
kernels = [rng.normal(size=s).astype("float32") for s in shapes]
model = keras.Sequential(
    [
        keras.Input((3,)),
        layers.Dense(5, "tanh", use_bias=False),
        layers.Dense(2, use_bias=False),
    ]
)
model.set_weights(kernels)

# %% To text and back
text = model.to_json()
twin = keras.models.model_from_json(text)
parameters = twin.count_params()
print("parameters:", parameters)


class Double(layers.Layer):
    def call(self, x):
        return 2 * x


own = keras.Sequential([keras.Input((3,)), Double()]).to_json()
try:
    keras.models.model_from_json(own)
except TypeError:
    known = {"Double": Double}
    keras.models.model_from_json(own, custom_objects=known)

# %% The weights come separately
assert not ops.all(ops.isclose(twin(x), model(x)))
twin.set_weights(model.get_weights())
output = twin(x)
assert ops.all(ops.isclose(output, model(x)))
