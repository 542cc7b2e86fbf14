"""Averaged weights in Keras: an argument of the optimizer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Four steps of a linear regression
import keras
import numpy as np
from keras import layers
from keras.optimizers import SGD

rng = np.random.default_rng(0)
x, y, start = (
    rng.normal(size=shape).astype("float32")
    for shape in [(16, 4), (16, 1), (4, 1)]
)


def new_model(**arguments):
    dense = layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([start])
    model.compile(SGD(0.1, **arguments), "mse")
    return model


def fit(model):
    options = dict(batch_size=4, shuffle=False, verbose=0)
    return model.fit(x, y, validation_data=(x, y), **options)


# %% The default decay
model = new_model(use_ema=True)
assert model.optimizer.ema_momentum == 0.99
fit(model)
naive = model.get_weights()[0]
print(f"norm of the average {np.linalg.norm(naive):.3f}")

# %% The weights and their average
model = new_model()
fit(model)
weights = model.get_weights()[0]
model = new_model(use_ema=True, ema_momentum=0.9)
history = fit(model)
average = model.get_weights()[0]
print(f"norm of the weights {np.linalg.norm(weights):.3f}")
print(f"norm of the average {np.linalg.norm(average):.3f}")

# %% Which weights give the loss
validation_loss = history.history["val_loss"][-1]
loss_of_average = model.evaluate(x, y, verbose=0)
print(f"the model: {validation_loss:.3f}")
print(f"its average: {loss_of_average:.3f}")

# %% Where the average starts
model = new_model(use_ema=True, ema_momentum=0.9)
model.train_on_batch(x, y)
after_one_step = model.get_weights()[0]
model.optimizer.finalize_variable_values(model.trainable_weights)
assert np.allclose(model.get_weights()[0], after_one_step)
