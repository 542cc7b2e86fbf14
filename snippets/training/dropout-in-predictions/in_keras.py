"""Dropout in predictions of Keras: a layer of one's own."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Many ones and a dropout of one half
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
x = np.ones((1, 1000), "float32")
start = keras.Input((1000,))


def share_dropped(output):
    return (np.asarray(output) == 0).mean()


# %% As a first try
dropped = layers.Dropout(0.5)(start, training=True)
model = keras.Model(start, layers.BatchNormalization()(dropped))
output = model.predict(x, verbose=0)
naive_predict_drops = share_dropped(output) > 0
called = keras.ops.convert_to_numpy(model(x))
assert share_dropped(called) > 0  # nothing overrides it here
print("drops:", naive_predict_drops)


# %% What does it
class AlwaysDropout(layers.Dropout):
    def call(self, inputs, training=None):
        return super().call(inputs, training=True)


norm = layers.BatchNormalization()
model = keras.Model(start, norm(AlwaysDropout(0.5)(start)))
output = model.predict(x, verbose=0)
share = share_dropped(output)
predict_drops = abs(share - 0.5) < 5 * (0.25 / 1000) ** 0.5
kept = output.max() * (1 + norm.epsilon) ** 0.5
print(f"drops: {predict_drops}, kept values: {kept:.2f}")
