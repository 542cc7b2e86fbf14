"""The truncated normal in Keras: bounds are deviations."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The defaults
import math

import keras
from keras import initializers, ops

keras.utils.set_random_seed(0)
weight = initializers.TruncatedNormal()((100, 200))
naive_default_cut = round(float(ops.max(ops.abs(weight))), 2)
print(f"largest value {naive_default_cut:.2f}")

# %% Only the standard deviation given
weight = initializers.TruncatedNormal(stddev=0.05)((100, 200))
naive_has_outliers = bool(ops.any(ops.abs(weight) > 0.101))
print("beyond two deviations:", naive_has_outliers)

# %% The cut given as well
has_outliers = naive_has_outliers  # the cut is always there
cut = round(float(ops.max(ops.abs(weight))), 3)
print(f"largest value {cut:.2f}")

# %% The standard deviation that remains
density = math.exp(-2) / math.sqrt(2 * math.pi)  # at 2
inside = math.erf(2 / math.sqrt(2))  # the share within 2
standard_deviation = 0.05 * math.sqrt(1 - 4 * density / inside)
measured = float(ops.std(weight))
assert math.isclose(measured, standard_deviation, rel_tol=0.03)
print(f"standard deviation {standard_deviation:.4f}")
