"""Keeping the best weights in Keras: a callback."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model that overshoots what validation wants
import keras
import numpy as np
from keras import layers

x, y = np.ones((4, 1)), np.ones((4, 1))
y_validation = np.full((4, 1), 0.5)
dense = layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(keras.optimizers.SGD(0.1), "mse")

# %% Train and keep the best
checkpoint = keras.callbacks.ModelCheckpoint(
    "best.weights.h5", save_best_only=True, save_weights_only=True
)
run = model.fit(
    x,
    y,
    epochs=6,
    validation_data=(x, y_validation),
    callbacks=[checkpoint],
    verbose=0,
)
validation_losses = run.history["val_loss"]
print("best epoch:", np.argmin(validation_losses) + 1)

# %% The last and the best
last_weight = model.get_weights()[0].item()
model.load_weights("best.weights.h5")
best_weight = model.get_weights()[0].item()
print(f"last {last_weight:.3f}, best {best_weight:.3f}")
