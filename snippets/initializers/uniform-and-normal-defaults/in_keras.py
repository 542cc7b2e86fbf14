"""Uniform and normal initialization in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Measure 20,000 numbers
import keras
import numpy as np
from keras import initializers, layers, ops

keras.utils.set_random_seed(0)
shape = (2000, 1000)  # two million, to measure well


def limits(w):
    w = ops.convert_to_numpy(w)
    return [w.min(), w.max()]


# %% The defaults
naive_uniform = limits(initializers.RandomUniform()(shape))
naive_normal_deviation = ops.std(initializers.RandomNormal()(shape))
embedding = layers.Embedding(*shape)
embedding.build()
weights = embedding.get_weights()[0]
naive_embedding_deviation = np.std(weights)
print(f"normal: deviation {naive_normal_deviation:.2f}")
print(f"embedding: deviation {naive_embedding_deviation:.2f}")

# %% The numbers stated
uniform = limits(initializers.RandomUniform(-0.05, 0.05)(shape))
normal = initializers.RandomNormal(stddev=0.05)
normal_deviation = ops.std(normal(shape))
embedding_limits = limits(weights)
print(f"uniform: from {uniform[0]:.2f} to {uniform[1]:.2f}")
