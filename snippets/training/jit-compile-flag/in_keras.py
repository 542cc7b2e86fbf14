"""What jit_compile="auto" means on each Keras backend."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% A model
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x, y, w = (
    rng.normal(size=shape).astype("float32")
    for shape in [(8, 3), (8, 2), (3, 2)]
)
runs = []


class Network(keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = layers.Dense(2, use_bias=False)

    def call(self, x):
        runs.append("run or traced")
        return self.dense(x)


def train(**options):
    model = Network()
    model(x)
    model.set_weights([w])
    model.compile(keras.optimizers.SGD(0.1), "mse", **options)
    runs.clear()
    for _ in range(4):
        model.train_on_batch(x, y)
    return model


# %% Left to itself
model = train()  # jit_compile="auto"
print("auto:", model.jit_compile, "- call ran", len(runs), "times")
weights_by_default = model.get_weights()[0]
on_cpu = {"torch": False, "jax": True, "tensorflow": False}
count = {"torch": 5, "jax": 2, "tensorflow": 1}
backend = keras.backend.backend()
assert model.jit_compile == on_cpu[backend]
assert len(runs) == count[backend]

# %% Asked to compile
model.compile("sgd", "mse", jit_compile=True)
assert model.jit_compile  # the next step would compile

# %% Asked not to compile
model = train(jit_compile=False)
weights_not_compiled = model.get_weights()[0]
assert len(runs) == (1 if backend == "tensorflow" else 5)
