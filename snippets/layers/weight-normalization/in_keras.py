"""Weight normalization in Keras: a layer of your own."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% The same inputs and weights
import keras
import numpy as np
from keras import layers, ops

assert not [n for n in dir(layers) if "weightnorm" in n.lower()]
rng = np.random.default_rng(0)
inputs = rng.normal(size=(4, 3)).astype("float32")
target = rng.normal(size=(4, 2)).astype("float32")
direction = rng.normal(size=(3, 2)).astype("float32")
gain = rng.normal(size=(1, 2)).astype("float32")


# %% The layer
class WeightNormDense(layers.Layer):
    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units

    def build(self, shape):
        size = (shape[-1], self.units)
        self.gain = self.add_weight((1, self.units), "ones")
        self.direction = self.add_weight(size, "glorot_uniform")

    def wrap(self, kernel):  # starts as the kernel given
        length = ops.norm(kernel, axis=0, keepdims=True)
        self.set_weights([length, kernel])

    def kernel(self):
        length = ops.norm(self.direction, axis=0, keepdims=True)
        return self.gain * self.direction / length

    def call(self, inputs):
        return inputs @ self.kernel()


fresh = WeightNormDense(2)
fresh.build((4, 3))
fresh.wrap(direction)
fresh_gain, fresh_kernel = fresh.gain, fresh.kernel()

# %% Carry the weights over
dense = WeightNormDense(2)
model = keras.Sequential([keras.Input((3,)), dense])
model.set_weights([gain, direction])
output = model(inputs)
lengths = ops.convert_to_numpy(ops.norm(dense.kernel(), axis=0))
print("lengths:", [round(float(n), 4) for n in lengths])

# %% One training step
model.compile(keras.optimizers.SGD(0.1), "mse")
model.train_on_batch(inputs, target)
gain_after_step, direction_after_step = model.get_weights()
