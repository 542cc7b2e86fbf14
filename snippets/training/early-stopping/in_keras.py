"""Early stopping with a Keras callback."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Few noisy rows, many columns
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(60, 20)).astype("float32")
y = x[:, :1] + rng.normal(0, 2, (60, 1)).astype("float32")

# %% A linear model that starts at zero
model = keras.Sequential(
    [
        keras.Input((20,)),
        layers.Dense(1, kernel_initializer="zeros"),
    ]
)
model.compile(keras.optimizers.SGD(learning_rate=0.05), "mse")

# %% Train until 3 epochs bring no improvement
early_stopping = keras.callbacks.EarlyStopping(
    monitor="val_loss", patience=3, restore_best_weights=True
)
history = model.fit(
    x[:30],
    y[:30],
    epochs=100,
    validation_data=(x[30:], y[30:]),
    callbacks=[early_stopping],
    verbose=0,
).history
epochs_run = len(history["loss"])

# %% Back to the best weights
best_epoch = early_stopping.best_epoch
best_val_loss = early_stopping.best
best_kernel = model.get_weights()[0]
reached = model.evaluate(x[30:], y[30:], verbose=0)
assert abs(reached - best_val_loss) < 1e-6
assert not keras.callbacks.EarlyStopping().restore_best_weights
print("epochs run:", epochs_run, "best:", best_epoch + 1)
print(f"best validation loss {best_val_loss:.3f}")
