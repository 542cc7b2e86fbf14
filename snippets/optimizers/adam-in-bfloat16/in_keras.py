"""Adam in Keras with weights in bfloat16: it stands still."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A weight and five gradients
import keras
import numpy as np
from keras import layers, ops
from keras.optimizers import Adam, AdamW

gradients = [0.5, 0.3, 0.2, 0.4, 0.5]


def train(dtype, optimizer_class=Adam, **arguments):
    weight = keras.Variable(np.ones(1), dtype=dtype)
    optimizer = optimizer_class(0.1, **arguments)
    for gradient in gradients:
        gradient = ops.full((1,), gradient, dtype=dtype)
        optimizer.apply([gradient], [weight])
    return ops.cast(weight, "float32")


# %% The weight in bfloat16
naive = train("bfloat16")
assert naive[0] == 1
assert train("bfloat16", AdamW)[0] == 1
rounded = ops.cast(ops.cast(0.999, "bfloat16"), "float32")
assert rounded == 1
print(f"from 1 to {naive[0]:.3f}")

# %% The weight in float32 or float16
in_float32 = train("float32")
in_float16 = train("float16")
assert abs(in_float16 - in_float32)[0] < 0.01
weight = keras.Variable(np.ones(1), dtype="float16")
optimizer = Adam(0.1)
small = ops.full((1,), 1e-4, dtype="float16")  # its square is 0
for _ in range(2):
    optimizer.apply([small], [weight])
assert ops.cast(weight, "float32")[0] < -1
print(f"from 1 to {in_float32[0]:.3f}")

# %% A smaller beta
smaller_beta = train("bfloat16", beta_2=0.99)
print(f"from 1 to {smaller_beta[0]:.3f}")


# %% A model
def fit(policy):
    dense = layers.Dense(
        1, use_bias=False, kernel_initializer="zeros", dtype=policy
    )
    model = keras.Sequential([keras.Input((2,)), dense])
    model.compile(Adam(0.1), "mse")
    model.fit(np.eye(2), np.ones((2, 1)), epochs=10, verbose=0)
    return ops.cast(dense.kernel, "float32")


naive_kernel = fit("bfloat16")
mixed_kernel = fit("mixed_bfloat16")
print(f"{naive_kernel[0, 0]:.3f}, mixed {mixed_kernel[0, 0]:.3f}")
