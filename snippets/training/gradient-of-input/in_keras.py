"""The gradient of an input in Keras: directional derivatives."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A small network
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
kernels = [
    rng.normal(size=shape).astype("float32")
    for shape in ((4, 5), (5, 1))
]
sample = rng.normal(size=(1, 4)).astype("float32")
model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(5, "tanh", use_bias=False),
        layers.Dense(1, use_bias=False),
    ]
)
model.set_weights(kernels)

# %% Its score
x = ops.convert_to_tensor(sample)
score = model(x)
print(f"score {score[0, 0]:.3f}")

# %% The gradient of the score
differentiating = {"custom_gradient", "jvp", "stop_gradient"}
found = {n for n in vars(ops) if "grad" in n or n[1:] == "jp"}
assert found | {"jvp"} == differentiating
directions = ops.eye(4)
slopes = [
    ops.jvp(model, (x,), (directions[i : i + 1],))[1]
    for i in range(4)
]
input_gradient = ops.concatenate(slopes, axis=1)
print([f"{slope:.3f}" for slope in input_gradient[0]])
