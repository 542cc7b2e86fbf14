"""Uniform and normal initialization in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Measure 20,000 numbers
import keras
import numpy as np
from keras import initializers, layers, ops

keras.utils.set_random_seed(0)
shape = (200, 100)


def limits(w):
    w = ops.convert_to_numpy(w)
    return [round(float(w.min()), 3), round(float(w.max()), 3)]


def deviation(w):
    return round(float(np.std(ops.convert_to_numpy(w))), 2)


# %% The defaults
naive_uniform = limits(initializers.RandomUniform()(shape))
naive_normal_deviation = deviation(
    initializers.RandomNormal()(shape)
)
embedding = layers.Embedding(200, 100)
embedding.build()
naive_embedding_deviation = deviation(embedding.embeddings)
assert limits(embedding.embeddings) == [-0.05, 0.05]
print(f"normal: deviation {naive_normal_deviation:.2f}")
print(f"embedding: deviation {naive_embedding_deviation:.2f}")

# %% The numbers stated
uniform = limits(initializers.RandomUniform(-0.05, 0.05)(shape))
normal = initializers.RandomNormal(stddev=0.05)
normal_deviation = deviation(normal(shape))
embedding = layers.Embedding(
    200, 100, embeddings_initializer=normal.clone()
)
embedding.build()
embedding_deviation = deviation(embedding.embeddings)
print(f"uniform: from {uniform[0]:.2f} to {uniform[1]:.2f}")
