"""Drawing rare classes more often in Keras: a dataset."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% One class is rare
import inspect

import keras
import numpy as np

labels = np.repeat([0, 1], [1900, 100])
features = np.zeros((2000, 3), "float32")
share_stored = labels.mean()
print(f"stored: {share_stored:.0%} of class one")

# %% A weight for each sample
weights = 1 / np.bincount(labels)[labels]
weights /= weights.sum()  # NumPy wants probabilities


# %% Draw with these weights
modules = filter(inspect.ismodule, vars(keras).values())
names = {name for module in modules for name in vars(module)}
assert not [name for name in names if "sampler" in name.lower()]


class Weighted(keras.utils.PyDataset):
    rng = np.random.default_rng(0)

    def __len__(self):
        return 20

    def __getitem__(self, i):
        rows = self.rng.choice(len(labels), 100, p=weights)
        return features[rows], labels[rows]


# %% What an epoch contains
batches = Weighted()
drawn = [batches[i][1] for i in range(len(batches))]
drawn_per_epoch = sum(map(len, drawn))
share = np.mean(drawn)
balanced = 0.45 < share < 0.55
print(f"drawn: {drawn_per_epoch}, about half? {balanced}")
