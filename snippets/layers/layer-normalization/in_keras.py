"""Layer normalization in Keras: the epsilon under the root."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs, twice
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
unit, target = rng.normal(size=(2, 4, 16)).astype("float32")
small = 0.02 * unit  # standard deviation 0.02

# %% The defaults
default = layers.LayerNormalization()
naive_unit, naive_small = default(unit), default(small)
print("epsilon:", default.epsilon)
for result in (naive_unit, naive_small):
    print(f"output std: {ops.std(result):.3f}")

# %% One epsilon for both
norm = layers.LayerNormalization(epsilon=1e-5)
matched_small = norm(small)

# %% Train one step
model = keras.Sequential([keras.Input((16,)), norm])
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(small, target)
scale_after_step = norm.gamma
