"""A learning rate for each layer in Keras: optimizers."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model of a body and a head
import keras
import numpy as np
from keras import layers
from keras.optimizers import SGD, MultiOptimizer, OptimizerMap

rng = np.random.default_rng(0)
x, y, body_start, head_start = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 4), (8, 1), (4, 3), (3, 1)]
)


def train(pattern):
    body = layers.Dense(
        3, use_bias=False, activation="tanh", name="body"
    )
    head = layers.Dense(1, use_bias=False, name="head")
    model = keras.Sequential([keras.Input((4,)), body, head])
    model.set_weights([body_start, head_start])
    fast = SGD(0.1, momentum=0.9)
    slow = SGD(0.01, momentum=0.9)
    optimizers = OptimizerMap(fast, {pattern: slow})
    model.compile(MultiOptimizer(optimizers), "mse")
    for _ in range(3):
        model.train_on_batch(x, y)
    return model.get_weights()


# %% Name the layer
naive_body_kernel, _ = train("body")
all_fast, _ = train("no such layer")
assert np.allclose(naive_body_kernel, all_fast)
moved = np.linalg.norm(naive_body_kernel - body_start)
print(f"the body moved by {moved:.3f}")

# %% Name the variables
body_kernel, head_kernel = train(".*body/.*")
body_moved = np.linalg.norm(body_kernel - body_start)
head_moved = np.linalg.norm(head_kernel - head_start)
print(f"the body moved by {body_moved:.3f}")
print(f"the head moved by {head_moved:.3f}")
