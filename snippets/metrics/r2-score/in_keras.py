"""The R2 score in Keras: the mean over the columns."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Two targets of different spread
import numpy as np
from keras import metrics

rng = np.random.default_rng(0)
targets = rng.normal(size=(100, 2)) * [1, 3] + [0, 2]
outputs = targets + rng.normal(size=(100, 2))
targets = targets.astype("float32")
outputs = outputs.astype("float32")

# %% One quotient, or one for each column
naive_all_numbers = metrics.R2Score()(targets, outputs)
mean_of_columns = naive_all_numbers
metric = metrics.R2Score("variance_weighted_average")
weighted_by_variance = metric(targets, outputs)
print(f"mean of columns {mean_of_columns:.3f}")
print(f"weighted {weighted_by_variance:.3f}")

# %% Targets near 100,000
large = np.round(8 * targets[:, :1]) / 8 + 100_000  # exact
outputs = large + 0.5
naive_large_targets = metrics.R2Score()(large, outputs)
assert np.isclose(
    float(naive_large_targets), [0, 1], atol=0.01
).any()

# %% Subtract one constant
shifted = metrics.R2Score()(large - 100_000, outputs - 100_000)
large_targets_centred = shifted
print(f"R2 {shifted:.3f}")
assert abs(naive_large_targets - shifted) > 0.1
