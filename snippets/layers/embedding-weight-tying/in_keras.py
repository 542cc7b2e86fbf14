"""A tied embedding in Keras: call the layer in reverse."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same tokens and table
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
tokens = rng.integers(6, size=(3, 4))
labels = rng.integers(6, size=(3, 4))
table = rng.normal(size=(6, 5)).astype("float32")

# %% One weight for both
embedding = layers.ReversibleEmbedding(6, 5)
x = keras.Input((4,), dtype="int32")
model = keras.Model(x, embedding(embedding(x), reverse=True))
model.set_weights([table])
logits = model(tokens)
parameters = model.count_params()
print("parameters:", parameters)

# %% One training step
model.compile(
    keras.optimizers.SGD(1.0),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
loss = model.train_on_batch(tokens, labels)
print(f"loss: {loss:.4f}")
naive_table_after_step = table_after_step = model.get_weights()[0]
