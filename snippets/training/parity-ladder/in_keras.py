"""A Keras network, matched to its PyTorch twin rung by rung."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Images, labels and weights, made with NumPy
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, losses, optimizers
from sklearn.datasets import load_digits

rows, labels = load_digits(return_X_y=True)
x = (rows[:320] / 16).astype("float32").reshape(-1, 8, 8, 1)
y = labels[:320]
rng = np.random.default_rng(0)
kernel = rng.normal(0, 0.3, (3, 3, 1, 4))
head = rng.normal(0, 0.2, (36, 10))


# %% A network, and one hundred steps
def build(carry=True, **norm_arguments):
    keras.utils.set_random_seed(0)
    conv = layers.Conv2D(4, 3, strides=2, use_bias=False)
    norm = layers.BatchNormalization(**norm_arguments)
    dense = layers.Dense(10, use_bias=False)
    stack = [conv, norm, layers.ReLU(), layers.Flatten(), dense]
    model = keras.Sequential([keras.Input((8, 8, 1)), *stack])
    if carry:
        conv.set_weights([kernel])
        dense.set_weights([head])
    return model


def train(model, optimizer=optimizers.Adam, **arguments):
    model.compile(
        optimizer(learning_rate=0.02, **arguments),
        losses.SparseCategoricalCrossentropy(from_logits=True),
    )
    history = model.fit(
        x, y, batch_size=32, epochs=10, shuffle=False, verbose=0
    )
    return history.history["loss"]


# %% Five rungs
naive_own_weights = train(build(carry=False))
naive_carried_weights = train(build())
norm = {"epsilon": 1e-5, "momentum": 0.9}
naive_matched_normalization = train(build(**norm))
assert optimizers.Adam().epsilon == 1e-7  # nothing to set
naive_matched_epsilon = naive_matched_normalization
matched_optimizer = train(build(**norm), optimizers.SGD)

# %% The loss on each rung
rungs = {
    "own weights": naive_own_weights,
    "carried weights": naive_carried_weights,
    "same normalization": naive_matched_normalization,
    "same epsilon": naive_matched_epsilon,
    "SGD": matched_optimizer,
}
fig, ax = plt.subplots()
for name, curve in rungs.items():
    print(f"{name}: {curve[-1]:.4g}")
    ax.plot(range(1, 11), curve, label=name)
ax.set(title="Loss in Keras", xlabel="epoch", ylabel="loss")
ax.legend()
