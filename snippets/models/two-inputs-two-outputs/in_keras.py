"""Two inputs and two outputs in Keras: named, losses in compile."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Data and weights
import keras
import numpy as np
from keras import layers, losses

rng = np.random.default_rng(0)
area, photo = rng.normal(size=(2, 16, 4)).astype("float32")
price = rng.normal(size=(16, 1)).astype("float32")
kind = rng.integers(0, 3, size=16)
weights = [rng.normal(size=s) / 2 for s in [(8, 6), (6, 1), (6, 3)]]

# %% The model
inputs = {n: keras.Input((4,), name=n) for n in ("area", "photo")}
joined = layers.Concatenate()([inputs["area"], inputs["photo"]])
shared = layers.Dense(6, activation="tanh")
to_price, to_kind = layers.Dense(1), layers.Dense(3)
hidden = shared(joined)
outputs = {"price": to_price(hidden), "kind": to_kind(hidden)}
model = keras.Model(inputs, outputs)
heads = (shared, to_price, to_kind)
for layer, weight in zip(heads, weights, strict=True):
    layer.kernel.assign(weight)

# %% Two losses and their weighted sum
cross_entropy = losses.SparseCategoricalCrossentropy(
    from_logits=True
)
model.compile(
    keras.optimizers.SGD(0.5),
    loss={"price": "mse", "kind": cross_entropy},
    loss_weights={"price": 1.0, "kind": 0.2},
)
batch = {"area": area, "photo": photo}
targets = {"price": price, "kind": kind}
logs = model.test_on_batch(batch, targets, return_dict=True)
price_loss, kind_loss = logs["price_loss"], logs["kind_loss"]
total_loss = logs["loss"]
default = losses.SparseCategoricalCrossentropy()
naive_kind_loss = default(kind, model(batch)["kind"])
on_tensorflow = keras.config.backend() == "tensorflow"
assert (naive_kind_loss > 8) == on_tensorflow  # 10.4, else 6.9
print(f"total {total_loss:.4g}")

# %% One training step
model.train_on_batch(batch, targets)
shared_weights_after_step = shared.kernel
