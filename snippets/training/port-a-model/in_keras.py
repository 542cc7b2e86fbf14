"""The Keras model that is ported to PyTorch."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Digits, and weights in the layout of Keras
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_digits

rows, labels = load_digits(return_X_y=True)
x = (rows[:320] / 16).astype("float32").reshape(-1, 8, 8, 1)
rng = np.random.default_rng(0)
shapes = [(3, 3, 1, 4), *[(4,)] * 5, (256, 10), (10,)]
weights = [
    rng.uniform(0.1, 0.3, shape).astype("float32")
    for shape in shapes
]

# %% The model
model = keras.Sequential(
    [
        keras.Input((8, 8, 1)),
        layers.Conv2D(4, 3, padding="same"),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Flatten(),
        layers.Dense(10),
    ]
)

# %% Carry the weights over
model.set_weights(weights)
predictions = model.predict(x[:10], verbose=0)
naive_flatten = naive_batch_norm = predictions

# %% Train ten steps
model.compile(
    keras.optimizers.SGD(),  # learning rate 0.01
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
losses = [model.train_on_batch(x, labels[:320]) for _ in range(10)]
naive_losses = losses
print(f"loss {losses[0]:.3f} -> {losses[-1]:.3f}")
