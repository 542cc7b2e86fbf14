"""Predictions in Keras: predict and evaluate."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model with dropout
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(10, 6)).astype("float32")
y = rng.normal(size=(10, 1)).astype("float32")
kernel = rng.normal(size=(6, 1)).astype("float32")
dense = layers.Dense(1, use_bias=False)
model = keras.Sequential(
    [keras.Input((6,)), layers.Dropout(0.5), dense]
)
model.set_weights([kernel])
model.compile(loss="mse")

# %% Call it
naive_output = model(x)  # this model drops nothing
on_torch = keras.backend.backend() == "torch"
assert not on_torch or naive_output.requires_grad

# %% After eval()
if on_torch:
    import torch

    model.eval()
    assert model(x).requires_grad  # eval() does not end that
    with torch.no_grad():
        assert not model(x).requires_grad

# %% Predict
predictions = model.predict(x, batch_size=4, verbose=0)
assert isinstance(predictions, np.ndarray)
naive_values = keras.ops.convert_to_numpy(naive_output)
assert np.allclose(predictions, naive_values, rtol=1e-4)
print("first:", [f"{p:.3f}" for p in predictions[:3, 0]])

# %% Evaluate
loss = model.evaluate(x, y, batch_size=4, verbose=0)
print(f"loss {loss:.3f}")
