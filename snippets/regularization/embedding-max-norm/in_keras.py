"""Max-norm of an embedding in Keras: after each step."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A table of rows with norms above 1
import keras
import numpy as np
from keras import constraints, layers, ops

rng = np.random.default_rng(0)
table = 2 + rng.random((4, 3), "float32")
indices = np.array([[0], [1], [2]])  # not the last row
max_norm = constraints.MaxNorm(1.0, axis=1)
embedding = layers.Embedding(4, 3, embeddings_constraint=max_norm)
model = keras.Sequential([keras.Input((1,)), embedding])
model.add(layers.Flatten())
model.set_weights([table])


def norms(rows):
    return np.linalg.norm(rows, axis=1).round(3)


# %% Look rows up
naive_vectors = model.predict_on_batch(indices)
naive_table_after_lookup = model.get_weights()[0]
assert np.allclose(naive_vectors, table[:3])
print("vectors", norms(naive_vectors))
print("table  ", norms(naive_table_after_lookup))

# %% The same vectors
constrained = ops.convert_to_numpy(max_norm(table))
model.set_weights([constrained])
vectors = model.predict_on_batch(indices)
assert norms(vectors).max() <= 1.001
print("first", vectors[0].round(3))


# %% A training step
def loss(y, vectors):
    return ops.sum(ops.square(vectors), axis=1)


model.compile(keras.optimizers.SGD(0.1), loss)
model.train_on_batch(indices, np.zeros((3, 1)))
unused_row_after_step = model.get_weights()[0][3]
used_rows_after_step = model.get_weights()[0][:3]
print("table  ", norms(model.get_weights()[0]))

model.set_weights([table])  # with its long rows again
model.train_on_batch(indices, np.zeros((3, 1)))
assert norms(model.get_weights()[0]).max() <= 1.001
