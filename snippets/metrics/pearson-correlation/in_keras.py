"""Pearson correlation in Keras: along the last axis."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Targets and outputs, three numbers a sample
import numpy as np
from keras import metrics

rng = np.random.default_rng(0)
targets = rng.normal(size=(60, 3)) + np.arange(60)[:, None] / 20
outputs = targets + rng.normal(size=(60, 3)) + [0, 3, 6]
targets = targets.astype("float32")
outputs = outputs.astype("float32")

# %% The correlation of each column
naive = metrics.PearsonCorrelation()(targets, outputs)
metric = metrics.PearsonCorrelation(axis=0)
correlation = metric(targets, outputs)
print(f"rows {naive:.3f}, columns {correlation:.3f}")

# %% In three batches
metric.reset_state()
for rows in np.split(np.arange(60), 3):
    metric.update_state(targets[rows], outputs[rows])
naive_over_batches = mean_of_batches = metric.result()
print(f"mean of batches {mean_of_batches:.3f}")
