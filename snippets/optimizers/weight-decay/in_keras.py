"""Weight decay in Keras: decoupled in Adam and in AdamW."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Five steps of a linear regression
import keras
import numpy as np
from keras import layers, optimizers, regularizers

rng = np.random.default_rng(0)
x, y, start = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 1), (4, 1)]
)


def train(optimizer, regularizer=None):
    dense = layers.Dense(
        1, use_bias=False, kernel_regularizer=regularizer
    )
    model = keras.Sequential([keras.Input((4,)), dense])
    model.set_weights([start])
    model.compile(optimizer, "mse")
    for _ in range(5):
        model.train_on_batch(x, y)
    return model.get_weights()[0]


# %% The same argument
naive_adam = train(optimizers.Adam(0.01, weight_decay=0.5))
naive_adamw = train(optimizers.AdamW(0.01))
print(f"Adam  {np.linalg.norm(naive_adam):.3f}")
print(f"AdamW {np.linalg.norm(naive_adamw):.3f}")

# %% Decay beside the gradient
decoupled = train(optimizers.AdamW(0.01, weight_decay=0.5))
assert np.allclose(decoupled, naive_adam)
print(f"norm {np.linalg.norm(decoupled):.3f}")

# %% Decay inside the gradient
penalty = train(optimizers.Adam(0.01), regularizers.L2(0.5 / 2))
print(f"norm {np.linalg.norm(penalty):.3f}")
