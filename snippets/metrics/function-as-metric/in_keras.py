"""A metric of your own in Keras: a function or a class."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Labels and predictions, few positives at first
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
chance = np.linspace(0, 0.9, 64)[:, None] ** 2
labels = rng.uniform(size=(64, 1)) < chance
wrong = rng.uniform(size=(64, 1)) < 0.25
outputs = (labels ^ wrong).astype("float32")
labels = labels.astype("float32")
model = keras.Sequential([keras.Input((1,)), layers.Identity()])


# %% F1 as a function, averaged over batches
def f1(y, out):
    return 2 * ops.sum(y * out) / (ops.sum(y) + ops.sum(out))


def evaluate(metric):
    model.compile(loss="mse", metrics=[metric])
    return model.evaluate(outputs, labels, 16, verbose=0)[1]


naive_f1 = mean_of_batches = evaluate(f1)
print(f"F1 {mean_of_batches:.3f}")


# %% F1 from counts
class F1(keras.metrics.Metric):
    def __init__(self, **arguments):
        super().__init__(**arguments)
        self.hits = self.add_variable((), "zeros", name="hits")
        self.named = self.add_variable((), "zeros", name="named")

    def update_state(self, y, out, sample_weight=None):
        self.hits.assign_add(ops.sum(y * out))
        self.named.assign_add(ops.sum(y) + ops.sum(out))

    def result(self):
        return 2 * self.hits / self.named


of_all_data = evaluate(F1())
print(f"F1 {of_all_data:.3f}")
