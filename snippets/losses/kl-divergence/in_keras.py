"""The Kullback-Leibler divergence in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Predicted and true distributions
import keras
import numpy as np
from keras import layers, losses, ops

rng = np.random.default_rng(0)
features = rng.normal(size=(6, 5)).astype("float32")
kernel = rng.normal(size=(5, 4)).astype("float32")
p = rng.dirichlet(np.ones(4), size=6).astype("float32")

model = keras.Sequential(
    [
        keras.Input((5,)),
        layers.Dense(4, "softmax", use_bias=False),
    ]
)
model.set_weights([kernel])
q = model(features)

# %% The default loss
kl = losses.KLDivergence()
naive = kl(p, q)
naive_without_log = naive
print(f"default {naive:.3f}")

# %% The divergence that is meant
matched = kl(p, q)
log_ratio = ops.log(ops.divide(p, q))
by_hand = ops.mean(ops.sum(ops.multiply(p, log_ratio), axis=-1))
assert ops.isclose(matched, by_hand, rtol=1e-4)
assert not ops.isclose(matched, kl(q, p))
ruled_out = kl([[0.5, 0.5]], [[1.0, 0.0]])
assert ops.isfinite(ruled_out)
print(f"divergence {matched:.3f}")

# %% The gradient of the weights
# One step of plain descent at rate 1 subtracts the gradient.
model.compile(keras.optimizers.SGD(1.0), kl)
model.train_on_batch(features, p)
kernel_gradient = kernel - model.get_weights()[0]
print(f"largest gradient {abs(kernel_gradient).max():.3f}")
