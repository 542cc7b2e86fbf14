"""Class weights in Keras where each time step has a label."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Scores and labels of two sequences
import keras
import numpy as np
from keras import layers

weights = {0: 1.0, 1: 3.0}


def mean_loss(labels, **arguments):
    """All scores are 0; the weighted losses, averaged."""
    head = layers.Dense(2, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((None, 1)), head])
    loss = keras.losses.SparseCategoricalCrossentropy(True)
    model.compile(keras.optimizers.SGD(0.0), loss)
    x = np.zeros((*labels.shape, 1))
    run = model.fit(x, labels, verbose=0, **arguments)
    return run.history["loss"][0]


# %% Sequences as long as the batch
labels = np.array([[0, 1], [1, 1]])
naive_square = mean_loss(labels, class_weight=weights)
print(f"{naive_square:.3f}")

# %% A weight for each label
each = np.vectorize(weights.get)
square = mean_loss(labels, sample_weight=each(labels))
labels = np.array([[0, 1, 0], [1, 1, 0]])
longer = mean_loss(labels, sample_weight=each(labels))
print(f"{square:.3f} and {longer:.3f}")
refused = False
try:
    mean_loss(labels, class_weight=weights)
except Exception as error:
    refused = True
    print(type(error).__name__)
assert refused
