"""The CTC loss in Keras: logits, batch first."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Three sequences of eight steps, class 0 is the blank
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(3, 8, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
targets = np.array([[1, 2, 3], [2, 2, 0], [3, 0, 0]])

model = keras.Sequential(
    [keras.Input((8, 5)), layers.Dense(4, use_bias=False)]
)
model.set_weights([kernel])
logits = model(features)

# %% The default loss
ctc = losses.CTC()
naive = ctc(targets, logits)
print(f"default {naive:.4f}")

# %% The plain mean over sequences
loss = naive
print(f"mean {loss:.4f}")

# %% Sequences that end earlier
lengths = (targets != 0).sum(1)
steps = np.array([8, 6, 4])
shorter = ops.ctc_loss(targets, logits, lengths, steps)
print("each", [f"{number:.3f}" for number in shorter])

# %% A target that does not fit
too_short = np.array([2, 6, 4])
of_two_steps = ops.ctc_loss(targets, logits, lengths, too_short)
on_torch = keras.backend.backend() == "torch"
assert ops.isfinite(of_two_steps[0]) == (not on_torch)
# Equal neighbours in a target take one more step.
after, before = targets[:, 1:], targets[:, :-1]
repeats = ((after == before) & (after > 0)).sum(1)
fits = too_short >= lengths + repeats
impossible = ops.where(fits, of_two_steps, 0.0)
print(f"{of_two_steps[0]:.5g}, or {impossible[0]:.1f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), ctc)
model.train_on_batch(features, targets)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
