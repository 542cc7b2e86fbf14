"""The truncated normal in Keras: bounds are deviations."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The defaults
import keras
import numpy as np
from keras import initializers, ops

keras.utils.set_random_seed(0)
default = initializers.TruncatedNormal()((2000, 2000))
naive_deviation = ops.std(default)
print(f"standard deviation {naive_deviation:.3f}")

# %% Only the standard deviation given
truncated = initializers.TruncatedNormal(stddev=0.05)
weight = ops.convert_to_numpy(truncated((2000, 2000)))
naive_reach = np.quantile(abs(weight), 0.99)
print(f"99 % below {naive_reach:.4f}")

# %% The cut given as well
reach = naive_reach  # the cut is always there
print(f"99 % below {reach:.4f}")

# %% The standard deviation that remains
standard_deviation = weight.std()
beyond = (abs(weight) > 0.1 * (1 + 1e-6)).mean()
if keras.backend.backend() == "torch":
    assert 0 < beyond < 1e-5  # about four in a million
else:
    assert beyond == 0
print(f"standard deviation {standard_deviation:.4f}")
