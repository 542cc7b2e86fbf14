"""The loss of padded sequences in Keras: the mask is applied."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Two sequences, one of which is padded
import keras
import numpy as np
from keras import layers, metrics, ops

rng = np.random.default_rng(0)
x = rng.normal(size=(2, 5, 3)).astype("float32")
y = rng.normal(size=(2, 5, 1)).astype("float32")
kernel = rng.normal(size=(3, 1)).astype("float32")
x[1, 2:] = 0  # padding
model = keras.Sequential(
    [
        keras.Input((5, 3)),
        layers.Masking(),
        layers.Dense(1, use_bias=False),
    ]
)
model.set_weights([kernel])

# %% The loss and the metric
model.compile(
    loss="mse",
    metrics=["mse"],
    weighted_metrics=[metrics.MeanSquaredError(name="weighted")],
)
loss, metric, _ = model.evaluate(x, y, verbose=0)
naive_loss = loss
print(f"masked {loss:.4f}")

# %% With sample weights
weights = np.array([[1.0], [3.0]]).repeat(5, axis=1)
told = model.evaluate(x, y, sample_weight=weights, verbose=0)
weighted_loss, _, weighted_metric = told
print(f"loss {weighted_loss:.4f}, metric {weighted_metric:.4f}")


# %% A loss function that returns one number
def scalar(y_true, y_pred):
    return ops.mean(ops.square(y_true - y_pred))


same_layers = keras.Sequential(model.layers)
same_layers.compile(loss=scalar)
loss_of_scalar = same_layers.evaluate(x, y, verbose=0)
print(f"loss {loss_of_scalar:.4f}")

# %% A target that is not a number
y[1, 4] = np.nan  # in the padding
with_nan = keras.Sequential(model.layers)
with_nan.compile(loss="mse")
assert np.isnan(with_nan.evaluate(x, y, verbose=0))
chosen = with_nan.evaluate(x, np.nan_to_num(y), verbose=0)
print(f"with 0 in its place {chosen:.4f}")
