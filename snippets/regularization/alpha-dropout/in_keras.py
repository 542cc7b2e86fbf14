"""Alpha dropout in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The two values a one becomes
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
layer = layers.AlphaDropout(0.2)
ones = np.ones(1000, "float32")
values = np.unique(ops.convert_to_numpy(layer(ones, training=True)))
assert len(values) == 2 and values[0] < 0
assert 0 < values[1] != 1
print(f"dropped {values[0]:.4f}, kept {values[1]:.4f}")

# %% Mean and variance stay
rng = np.random.default_rng(0)
x = rng.normal(size=500_000).astype("float32")
output = ops.convert_to_numpy(layer(x, training=True))
assert not np.isclose(output, x).all()
mean, deviation = output.mean(), output.std()
assert abs(mean) < 0.007  # five standard errors
assert abs(deviation - 1) < 0.004  # five as well

# %% At inference
values_at_inference = np.unique(ops.convert_to_numpy(layer(ones)))
print("inference", values_at_inference.tolist())

# %% At rate 1
try:
    layers.AlphaDropout(1.0)(ones, training=True)
except ZeroDivisionError:
    print("rate 1: ZeroDivisionError")
else:
    raise AssertionError("an error was expected")
