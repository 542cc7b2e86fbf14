"""A custom layer with weights in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Data and initial weights, made with NumPy
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 6)).astype("float32")
y = rng.normal(size=(32, 3)).astype("float32")
kernel = rng.normal(size=(6, 3)).astype("float32")
gate = rng.normal(size=(6, 3)).astype("float32")


# %% A gated linear layer
class GatedLinear(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        shape = input_shape[-1], self.units
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.gate = self.add_weight(shape=shape, name="gate")

    def call(self, x):
        return (x @ self.kernel) * ops.sigmoid(x @ self.gate)


# %% Load the weights and call it
layer = GatedLinear(3)
model = keras.Sequential([keras.Input((6,)), layer])
layer.set_weights([kernel, gate])
output = layer(x)
print("output", tuple(output.shape))

# %% Gradients of the weights
# A step of SGD with learning rate 1 subtracts the gradient itself.
model.compile(keras.optimizers.SGD(learning_rate=1.0), "mse")
loss = model.train_on_batch(x, y)
kernel_after, gate_after = layer.get_weights()
kernel_gradient = kernel - kernel_after
gate_gradient = gate - gate_after
print(f"loss {loss:.4f}")
