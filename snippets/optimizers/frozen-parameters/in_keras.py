"""Frozen parameters in Keras: unknown to the optimizer."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A frozen body and a head
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x, y, body_start, head_start = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 1), (4, 3), (3, 1)]
)
body = layers.Dense(3, use_bias=False, activation="tanh")
head = layers.Dense(1, use_bias=False)
model = keras.Sequential([keras.Input((4,)), body, head])
model.set_weights([body_start, head_start])
body.trainable = False


def train(optimizer):
    model.compile(optimizer, "mse")
    for _ in range(3):
        model.train_on_batch(x, y)
    return head.kernel.numpy()


def new_optimizer():
    return keras.optimizers.AdamW(
        0.01, weight_decay=0.1, epsilon=1e-12
    )


# %% Train the head
optimizer = new_optimizer()
head_kernel = train(optimizer)
assert np.array_equal(body.kernel.numpy(), body_start)
moments = [v for v in optimizer.variables if len(v.shape)]
state_numbers = sum(int(np.prod(m.shape)) for m in moments)
print(f"{state_numbers} numbers for {head.count_params()} weights")

# %% Unfreeze the body
body.trainable = True
refused = False
try:
    train(optimizer)
except ValueError:
    refused = True
assert refused

# %% Unfreeze with a new optimizer
head_after_unfreezing = train(new_optimizer())
naive_head_kernel = head_after_unfreezing
body_after_unfreezing = body.kernel.numpy()
moved = np.linalg.norm(head_after_unfreezing - head_kernel)
print(f"moved by {moved:.3f}")
