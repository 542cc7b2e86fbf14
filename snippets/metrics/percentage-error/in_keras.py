"""The mean absolute percentage error in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Targets and outputs
import numpy as np
from keras import metrics

targets = np.array([1.0, 2.0, -4.0, 8.0], "float32")
outputs = np.array([1.5, 1.5, -3.5, 8.5], "float32")

# %% The mean of error over target
metric = metrics.MeanAbsolutePercentageError()
naive = percent = metric(targets, outputs)
print(f"{percent:.2f} %")

# %% A target of zero
targets = np.array([[0.0], [2.0], [-4.0], [8.0]], "float32")
outputs = np.array([[0.5], [1.5], [-3.5], [8.5]], "float32")
metric = metrics.MeanAbsolutePercentageError()
naive_with_a_zero = with_a_zero = metric(targets, outputs)
metric.reset_state()
of_that_row = metric(targets[:1], outputs[:1])
assert np.isclose(float(of_that_row), 5e8)
print(f"{with_a_zero:.4g} %")

# %% Without that target
metric = metrics.MeanAbsolutePercentageError()
zeros_left_out = metric(
    targets, outputs, sample_weight=targets[:, 0] != 0
)
print(f"{zeros_left_out:.2f} %")
