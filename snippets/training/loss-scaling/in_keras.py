"""Mixed precision with float16 in Keras: a policy."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A weight with a very small gradient
import keras
import numpy as np
from keras import layers

keras.config.set_dtype_policy("mixed_float16")
x, y = np.full((1, 1), 1e-4), np.zeros((1, 1))


def compiled(dtype=None, rate=1e4, **options):
    layer = layers.Dense(
        1, use_bias=False, kernel_initializer="ones", dtype=dtype
    )
    model = keras.Sequential([keras.Input((1,)), layer])
    model.compile(keras.optimizers.SGD(rate), "mse", **options)
    return model


def one_step(model, x=x):
    model.train_on_batch(x, y)
    return model.get_weights()[0].item()


# %% As first written
naive_weight = one_step(compiled())
print(f"weight {naive_weight:.5f}")

# %% Without scaling
weight_unscaled = one_step(compiled(auto_scale_loss=False))
assert weight_unscaled == 1.0
print(f"weight {weight_unscaled:.5f}")

# %% With scaling
model = compiled()
scaling = keras.optimizers.LossScaleOptimizer
assert isinstance(model.optimizer, scaling)
weight_scaled = one_step(model)
assert weight_scaled < 1.0
print(f"weight {weight_scaled:.5f}")

# %% A gradient that overflows
large = np.full((1, 1), 200.0)
weight_after_overflow = one_step(compiled(rate=1e-6), large)
assert weight_after_overflow == 1.0  # the step is left out

# What decides is the policy of the model, which is the global one.
for policy in "float32", "mixed_bfloat16", "float16":
    keras.config.set_dtype_policy(policy)
    model = compiled(dtype="mixed_float16")
    assert not isinstance(model.optimizer, scaling)
