"""Train and validate with Keras' fit."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Measured wines, standardized
import keras
import numpy as np
from keras import layers
from sklearn.datasets import load_wine
from sklearn.preprocessing import scale

rows, labels = load_wine(return_X_y=True)
order = np.random.default_rng(0).permutation(len(rows))
rows, labels = scale(rows)[order].astype("float32"), labels[order]
train = rows[:128], labels[:128]
val = rows[128:], labels[128:]

# %% A linear model that starts at zero
model = keras.Sequential(
    [
        keras.Input((13,)),
        layers.Dense(3, kernel_initializer="zeros"),
    ]
)

# %% What an epoch consists of
model.compile(
    keras.optimizers.SGD(learning_rate=0.1),
    keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)

# %% Train and validate for 5 epochs
history = model.fit(
    *train,
    batch_size=48,
    epochs=5,
    shuffle=False,
    validation_data=val,
    verbose=0,
).history
naive_loss = loss = history["loss"]  # weighted by batch size
accuracy = history["accuracy"]
val_loss, val_accuracy = (
    history["val_loss"],
    history["val_accuracy"],
)
print(f"validation loss {val_loss[0]:.3f} -> {val_loss[-1]:.3f}")
